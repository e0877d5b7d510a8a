// @ts-check
/** What was dropped or chosen, as files with the paths they have in their folder. */

/** @typedef {{path: string, file: File}} Named */

const PASSED_OVER = /(^|\/)(\.|node_modules\/|__pycache__\/|__MACOSX\/)/;

/** Files of a drop, folders walked through. @param {DataTransfer} data @returns {Promise<Named[]>} */
export async function dropped(data) {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry?.()).filter((entry) => entry !== null && entry !== undefined);
  if (!entries.length) return chosen(data.files);
  const walked = await Promise.all(entries.map((entry) => walk(entry)));
  return walked.flat().filter(({ path }) => !PASSED_OVER.test(path));
}

/** Files of a picker. @param {FileList | null} files @returns {Named[]} */
export const chosen = (files) => [...(files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));

/** The folder that they all lie in, if there is one. @param {Named[]} files */
export function folderOf(files) {
  const folders = new Set(files.map(({ path }) => (path.includes('/') ? path.split('/')[0] : '')));
  return folders.size === 1 ? [...folders][0] : '';
}

/** @param {any} entry @param {string} [before] @returns {Promise<Named[]>} */
async function walk(entry, before = '') {
  const path = before + entry.name;
  if (entry.isFile) {
    /** @type {File} */
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
    return [{ path, file }];
  }
  const reader = entry.createReader();
  /** @type {Named[]} */
  const inside = [];
  // A reader gives a hundred at a time, and an empty list at the end.
  for (;;) {
    /** @type {any[]} */
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!some.length) return inside;
    for (const one of some) inside.push(...(await walk(one, `${path}/`)));
  }
}
