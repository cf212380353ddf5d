/**
 * Hints for screen readers at a link or button: "(opens in a new window)".
 *
 * Such words are on nearly every accessible page, kept from sight on purpose, and say nothing in the text. They are known
 * by their words, not by their class: a class name alone would let anybody hide a "not" under `sr-only`.
 */
import { nextOf, previousOf } from './css/kin.ts';
import { attribute, type Element, isElement } from './tree.ts';

/** Words a hint is made of; each hint holds one of the second list. */
const FILLERS = words(
  // English, German, French, Spanish, Italian, Dutch, Russian, Ukrainian
  'a an the in to this that opens open opening will new another other an your default on of with for and click here link links ' +
    'öffnet sich wird geöffnet in einem einer neuen neues neuem im einen der die das zu auf ' +
    'ouvre s’ouvre dans une nouvelle nouvel un le la les sur vers du de lien ' +
    'se abre en una nueva nuevo el los enlace ' +
    'si apre nuova nuovo collegamento ' +
    'opent wordt geopend een nieuw nieuwe naar ' +
    'открывается откроется в новом новой ссылка внешняя ' +
    'відкривається відкриється у в новому новій посилання зовнішнє',
);
const CORES = words(
  'window tab external page site website browser app email mailto download pdf file ' +
    'fenster tab extern externer externe seite webseite herunterladen datei ' +
    'fenêtre onglet externe page site télécharger fichier ' +
    'ventana pestaña externo externa página sitio descargar archivo ' +
    'finestra scheda esterno esterna pagina sito scarica ' +
    'venster tabblad extern externe pagina ' +
    'окне вкладке внешняя сайт скачать файл ' +
    'вікні вкладці зовнішнє сайт завантажити файл',
);
/** Longer than this is no hint. */
const MOST_WORDS = 12;
/** How far up the link may be. */
const MOST_STEPS = 4;

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

/** Whether hidden `text` under `element` is a known hint at a link or control. */
export function isHint(text: string, element: Element): boolean {
  if (text.length > 200) return false;
  const found = text.toLowerCase().match(/[\p{L}\p{M}\p{N}’]+/gu) ?? [];
  if (found.length === 0 || found.length > MOST_WORDS) return false;
  const known = found.every((word) => FILLERS.has(word) || CORES.has(word)) && found.some((word) => CORES.has(word));
  return known && isAtControl(element);
}

function isAtControl(element: Element): boolean {
  let up: Element['parentNode'] = element;
  for (let step = 0; step < MOST_STEPS && isElement(up); step++, up = up.parentNode) {
    if (isControl(up)) return true;
  }
  return [previousOf(element), nextOf(element)].some((sibling) => sibling !== null && isControl(sibling));
}

function isControl(element: Element): boolean {
  return ['a', 'button'].includes(element.tagName) || ['link', 'button'].includes(attribute(element, 'role') ?? '');
}
