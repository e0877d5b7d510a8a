import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DRAWN, drawnFrom, earlier } from '../../baton/ui/shared/tail.js';

test('who follows the end sees the last lines, and what is drawn moves along', () => {
  assert.equal(drawnFrom(3, 0, true), 0);
  assert.equal(drawnFrom(1_000, 0, true), 1_000 - DRAWN);
  assert.equal(drawnFrom(1_001, 1_000 - DRAWN, true), 1_001 - DRAWN);
});

test('who reads above loses no line to what is said below, and gets more when they come to the first', () => {
  assert.equal(drawnFrom(1_000, 600, false), 600);
  assert.equal(drawnFrom(1_050, 600, false), 600);
  assert.equal(earlier(600), 600 - DRAWN);
  assert.equal(earlier(50), 0);
});

test('another, shorter talk is drawn from where it has lines', () => {
  assert.equal(drawnFrom(250, 600, false), 250 - DRAWN);
  assert.equal(drawnFrom(10, 600, false), 0);
});
