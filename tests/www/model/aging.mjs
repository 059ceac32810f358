// Time passes, and a report is made anew when a check may change, and not before.

import { SECRET, tokenOf } from './fixtures.mjs';

const START = 1_800_000_000;
const KEY = { text: SECRET, encoding: 'utf8', algorithm: '' };
const AT = {
  exp: START + 1000,
  nbf: START + 500,
  iat: START + 490,
};

export default function aging({ test, assert, lib, model }) {
  const { Debugger } = model.debugger;

  /** A page whose clock is set, and every report that it shows: each has findings of its own. */
  function pageAt(seconds, input) {
    let now = seconds;
    const reports = new Set();
    const changes = [];
    const page = new Debugger(() => new Date(now * 1000));
    page.load({ key: KEY, ...input });
    page.subscribe(({ inspection }, change) => {
      reports.add(inspection.findings);
      changes.push(change);
    });
    return {
      page,
      changes,
      /** How many reports are new at that time. */
      newAt(time) {
        const before = reports.size;
        now = time;
        page.tick();
        return reports.size - before;
      },
    };
  }

  test('an hour without a boundary makes no report', () => {
    const { newAt, changes } = pageAt(START, { token: tokenOf(`{"exp":${START + 7200}}`) });
    for (let second = 1; second <= 3600; second += 1) assert.equal(newAt(START + second), 0);
    assert.deepEqual([...new Set(changes.slice(1))], ['times']);
  });

  test('a boundary makes one report, at its second', () => {
    const clockTolerance = '30s';
    const policy = { ...model.policy.NO_POLICY, clockTolerance };
    const { page, newAt, changes } = pageAt(START + 480, {
      token: tokenOf(JSON.stringify({ exp: AT.exp, nbf: AT.nbf })),
      policy,
    });
    const made = [];
    const kinds = new Set();
    for (let time = START + 481; time < START + 1200; time += 1) {
      if (newAt(time) > 0) made.push(time);
      kinds.add(page.view().verdict.kind);
    }
    assert.deepEqual(made, [AT.exp + 30]);
    assert.deepEqual([...kinds], ['verified', 'refused']);
    assert.equal(changes.filter((change) => change === 'all').length, 2);
  });

  test('at every second it says what a new report would say', () => {
    const policy = { ...model.policy.NO_POLICY, clockTolerance: '2.5', maxTokenAge: '6m' };
    const token = tokenOf(JSON.stringify(AT));
    const key = lib.importKey(SECRET, 'HS256', { encoding: 'utf8' });
    const { page, newAt } = pageAt(START, { token, policy });
    let made = 0;
    for (let time = START; time < START + 1500; time += 0.5) {
      made += newAt(time);
      const { inspection, options, verdict } = page.view();
      const currentDate = new Date(time * 1000);
      assert.deepEqual(inspection, lib.inspect(token, key, { ...options, currentDate }));
      const isTold = verdict.check === undefined || inspection.checks.includes(verdict.check);
      assert.ok(isTold, 'the verdict tells of a check of another time');
    }
    assert.ok(made <= 8, `${made} reports`);
  });

  test('what is put in makes a report, and so does a clock that was set back', () => {
    const { page, newAt } = pageAt(START, { token: tokenOf(`{"exp":${START + 7200}}`) });
    const { inspection } = page.view();
    page.editPolicy({ subject: 'other' });
    assert.notEqual(page.view().inspection, inspection);
    assert.equal(newAt(START + 1), 0);
    assert.equal(newAt(START - 1), 1);
  });

  test('what others looked at in between is shown all the same', () => {
    let now = START;
    const shown = [];
    const page = new Debugger(() => new Date(now * 1000));
    page.load({ key: KEY, token: tokenOf(`{"exp":${START + 10}}`) });
    page.subscribe(({ verdict }, change) => shown.push([verdict.kind, change]));
    now = START + 10;
    page.view();
    page.tick();
    assert.deepEqual(shown, [
      ['verified', 'all'],
      ['refused', 'all'],
    ]);
  });
}
