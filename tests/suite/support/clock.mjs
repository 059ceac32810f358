// A clock that stands where a test puts it, for what asks the system clock by itself.

/** Runs `action` with a function that sets the time, in seconds since the epoch. */
export function withClock(seconds, action) {
  const { now } = Date;
  const setTime = (to) => {
    Date.now = () => to * 1000;
  };
  setTime(seconds);
  try {
    return action(setTime);
  } finally {
    Date.now = now;
  }
}
