// The example services for Fastly Compute, in Rust and in JavaScript, built by the commands of their
// READMEs, run by viceroy, and asked over HTTP with good and bad tokens.

import assert from 'node:assert/strict';
import { cp, mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { jsCompute, modulesOf } from '../../scripts/lib/npm-tools.mjs';
import { inProject } from '../../scripts/lib/project.mjs';
import { loop, report } from '../support/loop.mjs';
import { withPackedPackage } from '../support/pack.mjs';
import { commandOf, commandsOf, runCommand } from './readme.mjs';
import { issue } from './tokens.mjs';
import { withService } from './viceroy.mjs';

async function rustService() {
  const folder = inProject('examples', 'fastly-compute');
  const commands = await commandsOf(folder);
  await runCommand(commandOf(commands, 'cargo build'), folder);
  return { name: 'Rust', folder, command: commandOf(commands, 'viceroy serve') };
}

/** A copy, with the packed package and js-compute where `npm install` would put them. */
async function javaScriptService({ folder: place, installed }) {
  const folder = join(place, 'service');
  await cp(inProject('examples', 'fastly-compute-js'), folder, { recursive: true });
  const modules = join(folder, 'node_modules');
  await rm(modules, { recursive: true, force: true });
  await mkdir(join(modules, '@fastly'), { recursive: true });
  await symlink(installed, join(modules, 'edge-jwt'));
  const tool = modulesOf(jsCompute);
  await symlink(join(tool, '@fastly', 'js-compute'), join(modules, '@fastly', 'js-compute'));
  await symlink(join(tool, '.bin'), join(modules, '.bin'));
  const commands = await commandsOf(folder);
  await runCommand(commandOf(commands, 'npx js-compute-runtime'), folder);
  return { name: 'JavaScript', folder, command: commandOf(commands, 'viceroy serve') };
}

const passed = await withPackedPackage(async (place) => {
  const { test, run } = loop();
  const { store, cases } = issue();
  for (const service of [await rustService(), await javaScriptService(place)]) {
    await withService({ ...service, place: place.folder, store }, async (url) => {
      const answers = [];
      // One after the other: each has an instance of its own, and this machine few cores.
      for (const { authorization } of cases) answers.push(await ask(url, authorization));
      register(test, service.name, cases, answers);
    });
  }
  return report('Fastly Compute', await run());
});
if (!passed) process.exitCode = 1;

async function ask(url, authorization) {
  const response = await fetch(url, {
    headers: authorization === undefined ? {} : { authorization },
  });
  return {
    status: response.status,
    challenge: response.headers.get('www-authenticate'),
    body: await response.text(),
  };
}

function register(test, service, cases, answers) {
  for (const [index, { name, status, challenge }] of cases.entries()) {
    const body = status === 200 ? 'Hello user-1\n' : '';
    test(`${service}: ${name}`, () =>
      assert.deepEqual(answers[index], { status, challenge, body }));
  }
}
