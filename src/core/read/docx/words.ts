/** Where the words of a run go: into the seen text, to the hidden words beside it, or nowhere. */
import type { HiddenBy } from '../document.ts';
import type { BlockDraft } from '../office/block-draft.ts';
import { placedAway } from '../office/unseen.ts';
import { drawnUnseenBy, keepDrawn, takeOffset } from './drawings.ts';
import { lookOf, type RunLook } from './run-look.ts';
import type { Story } from './story.ts';
import type { ParagraphProperties } from './styles.ts';

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LETTER = /\p{L}/u;

/** Takes text of the XML: only the text of a run's `w:t`, or of a formula's `m:t`, is words. */
export function sayText(story: Story, text: string): void {
  const element = story.path.at(-1);
  if (element === 'w:t' || element === 'm:t') sayWords(story, text);
  else if (element === 'w:instrText') story.fields.instruct(text);
  else if (element === 'wp:posOffset') takeOffset(story, text);
}

/** Takes words of the present run. */
export function sayWords(story: Story, text: string): void {
  const { draft } = story;
  if (draft === null) {
    if (text.trim() !== '') story.doubtHere('embedded', 'words outside of a paragraph');
    return;
  }
  const look = presentLook(story);
  const by = unseenHere(story, look);
  keepDrawn(story, text);
  if (look.struck) draft.doubt('deleted-text', 'w:strike');
  else if (by !== null) draft.hide(text, by);
  else saySeen(draft, look, text);
}

/** Takes a line end of the present run. */
export function sayLineEnd(story: Story): void {
  const { draft } = story;
  if (draft === null) return;
  if (unseenHere(story, presentLook(story)) === null) draft.breakLine();
}

function saySeen(draft: BlockDraft, look: RunLook, text: string): void {
  const start = look.symbolFont === '' && !look.rightToLeft ? 0 : draft.length;
  if (look.raised) draft.raise(text, look.weight);
  else draft.say(text, look.weight);
  if (!LETTER.test(text)) return;
  if (look.symbolFont !== '') draft.doubt('font', look.symbolFont.slice(0, 40), start);
  if (look.rightToLeft && !RIGHT_TO_LEFT.test(text)) draft.doubt('reordered', 'w:rtl', start);
}

function unseenHere(story: Story, look: RunLook): HiddenBy | null {
  if (story.fields.inCode) return 'vanish';
  return drawnUnseenBy(story) ?? story.concealed ?? look.unseen;
}

/** What keeps a whole paragraph from the page. */
function awayBy({ line, lineRule, indent = 0, frame = null }: ParagraphProperties): HiddenBy | null {
  return frame ?? placedAway(lineRule === 'exact' ? (line ?? null) : null, indent);
}

function presentLook(story: Story): RunLook {
  const { run, paragraph, book } = story;
  if (run?.look != null) return run.look;
  const { styles } = book;
  const style = paragraph?.properties.style;
  const whole: ParagraphProperties = { ...styles.paragraph(style), ...paragraph?.properties };
  const look = lookOf(styles.run(style, run?.properties ?? {}), whole.shading ?? story.ground, awayBy(whole));
  if (run !== null) run.look = look;
  return look;
}
