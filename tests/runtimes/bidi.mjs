// A client of WebDriver BiDi. https://w3c.github.io/webdriver-bidi/

import WebSocket from 'ws';

/**
 * Connects to the server at that URL. The function it returns sends a command and returns the result;
 * `onEvent` is called with each event.
 */
export async function connect(url, onEvent = () => {}) {
  const socket = new WebSocket(url);
  const waiting = new Map();
  let lastId = 0;
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.on('error', reject);
  });
  const settle = ({ id, result, error, message }) => {
    const command = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) command?.resolve(result);
    else command?.reject(new Error(`${error}: ${message}`));
  };
  socket.on('message', (data) => {
    const message = JSON.parse(data);
    if (message.type === 'event') onEvent(message);
    else settle(message);
  });
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('the browser hung up'));
  });
  return (method, params) =>
    new Promise((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      socket.send(JSON.stringify({ id: lastId, method, params }));
    });
}
