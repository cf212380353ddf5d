/** The reader's page: takes a pasted text or a dropped file, judges it here, shows what the command line would show. */
import { judgement } from './judge.ts';
import { recordOf } from './sealed.ts';

/** The element with this name, which the page is written with. */
function part<T extends Element>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`);
  return found;
}

const outcome = part('outcome', HTMLElement);
const pasted = part('pasted', HTMLTextAreaElement);
const chosen = part('chosen', HTMLInputElement);
const record = recordOf(JSON.parse(part('sealed', HTMLScriptElement).text));

async function show(bytes: Uint8Array, name: string): Promise<void> {
  outcome.setAttribute('aria-busy', 'true');
  // A large file keeps the browser busy: let it say so first.
  await new Promise((done) => setTimeout(done, 20));
  // The markup is made by the report's own builder, which lets foreign words be text and nothing else.
  outcome.innerHTML = await judgement(bytes, name, await record);
  outcome.removeAttribute('aria-busy');
  outcome.focus();
}

async function showFile(file: File | undefined): Promise<void> {
  if (file !== undefined) await show(new Uint8Array(await file.arrayBuffer()), file.name);
}

part('form', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  void show(new TextEncoder().encode(pasted.value), 'pasted text');
});
chosen.addEventListener('change', () => void showFile(chosen.files?.[0]));
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  void showFile(event.dataTransfer?.files[0]);
});
