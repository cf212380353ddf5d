/** Judges where passages stand: left out, moved, or under another question. */
import { isWord } from '../canon/classes.ts';
import type { Stand } from '../classify/stands.ts';
import type { FindingCode } from './codes.ts';
import type { Finding } from './finding.ts';
import { copyReading, finding, firstWords, passageReading, type Scene } from './scene.ts';

/** The findings of order and completeness. `replaced` are the passages that other words stand in for. */
export function judgeOrder(scene: Scene, replaced: ReadonlySet<number>): readonly Finding[] {
  return [...movedFindings(scene), ...questionFindings(scene), ...omissionFindings(scene, replaced)];
}

/** Passages that moved together, one after the other, are one finding. */
function movedFindings(scene: Scene): readonly Finding[] {
  const { said, stands } = scene;
  const found: Finding[] = [];
  let question: number | null = null;
  for (const [i, stand] of said.entries()) {
    if (stands.moved.has(stand.passage) && !isMovedAlong(scene, i)) found.push(toldMove(scene, i, question));
    if (asks(scene, stand)) question = stand.passage;
  }
  return found;
}

/** Whether the `index`th stand moved together with the one before it. */
function isMovedAlong({ said, stands }: Scene, index: number): boolean {
  const [before, stand] = [said[index - 1], said[index]];
  if (before === undefined || stand === undefined || !stands.moved.has(stand.passage)) return false;
  return stands.moved.has(before.passage) && before.passage + 1 === stand.passage;
}

function asks({ collation }: Scene, { passage }: Stand): boolean {
  return collation.transcript.passages[passage]!.role === 'question';
}

/** `question` is the question passage nearest before the stand `from` of the copy. */
function toldMove(scene: Scene, from: number, question: number | null): Finding {
  const stand = scene.said[from]!;
  let to = from + 1;
  while (isMovedAlong(scene, to)) to++;
  return finding(scene, {
    code: 'passage-moved',
    passage: stand.passage,
    sealed: passageReading(scene, stand.passage),
    copy: copyReading(scene, stand.from, stand.to),
    data: { passages: to - from, ...(question === null ? {} : { follows: firstWords(scene, question) }) },
  });
}

/** Answers under another question, or under none. Each turn is judged where it begins in the copy. */
function questionFindings(scene: Scene): readonly Finding[] {
  const { transcript } = scene.collation;
  const asked = sealedQuestions(scene);
  const found: Finding[] = [];
  let question: number | null = null;
  let judged: string | null = null;
  for (const stand of scene.said) {
    const { role, turn } = transcript.passages[stand.passage]!;
    if (role === 'question') question = stand.passage;
    if (role !== 'speech') continue;
    const key = `${turn} ${question}`;
    const own = asked[stand.passage]!;
    if (own === null || judged === key) continue;
    judged = key;
    if (question === null) found.push(toldQuestion(scene, stand, 'question-omitted', own, null));
    else if (!sameTurn(scene, question, own)) found.push(toldQuestion(scene, stand, 'question-changed', own, question));
  }
  return found.length > 0 || asked.some((one) => one !== null) ? found : repliesOutOfPlace(scene);
}

function sameTurn({ collation }: Scene, a: number, b: number): boolean {
  return collation.transcript.passages[a]!.turn === collation.transcript.passages[b]!.turn;
}

function toldQuestion(scene: Scene, stand: Stand, code: FindingCode, was: number, now: number | null): Finding {
  return finding(scene, {
    code,
    passage: stand.passage,
    sealed: passageReading(scene, stand.passage),
    copy: copyReading(scene, stand.from, stand.to),
    data: { was: firstWords(scene, was), ...(now === null ? {} : { now: firstWords(scene, now) }) },
  });
}

/** For each passage, the question it was given to, if the transcript has questions before it. */
function sealedQuestions({ collation }: Scene): readonly (number | null)[] {
  let question: number | null = null;
  return collation.transcript.passages.map(({ role }, i) => {
    if (role === 'question') question = i;
    return role === 'speech' ? question : null;
  });
}

/** In a conversation without an asking side: a reply to a question that is left out, behind somebody else's words. */
function repliesOutOfPlace(scene: Scene): readonly Finding[] {
  const { transcript } = scene.collation;
  const { passages } = transcript;
  const found: Finding[] = [];
  const present = new Set(scene.said.map((stand) => stand.passage));
  for (const [i, stand] of scene.said.entries()) {
    const before = scene.said[i - 1];
    const own = stand.passage - 1;
    if (before === undefined || own < 0 || present.has(own)) continue;
    // Whether a closed passage asks is not known; that a reply kept its question cannot be vouched for then.
    const asks = scene.closed.has(own) || transcript.witness.tokens[passages[own]!.to - 1] === '?';
    const other = passages[own]!.speaker !== passages[stand.passage]!.speaker;
    if (asks && other) found.push(toldQuestion(scene, stand, 'question-changed', own, before.passage));
  }
  return found;
}

/** Passages left out, one finding for each unbroken stretch of them. */
function omissionFindings(scene: Scene, replaced: ReadonlySet<number>): readonly Finding[] {
  const { passages } = scene.collation.transcript;
  const omitted = scene.stands.omitted.filter((passage) => !replaced.has(passage));
  const before = standsBefore(scene);
  const found: Finding[] = [];
  for (let i = 0; i < omitted.length; ) {
    const code = omissionCode(scene, omitted[i]!);
    let last = i;
    while (omitted[last + 1] === omitted[last]! + 1 && omissionCode(scene, omitted[last + 1]!) === code) last++;
    if (passages[omitted[i]!]!.role !== 'matter' || hasWords(scene, omitted[i]!)) {
      found.push(toldOmission(scene, code, omitted[i]!, last - i + 1, before[omitted[i]!]!));
    }
    i = last + 1;
  }
  return found;
}

function hasWords({ collation }: Scene, passage: number): boolean {
  const { from, to } = collation.transcript.passages[passage]!;
  return collation.transcript.witness.tokens.slice(from, to).some(isWord);
}

function omissionCode({ collation }: Scene, passage: number): FindingCode {
  const { role } = collation.transcript.passages[passage]!;
  if (role === 'matter') return 'matter-differs';
  return role === 'notice' ? 'notice-removed' : 'passage-omitted';
}

/** For each passage, the last stand of the copy that is of a passage before it: its index, or -1. */
function standsBefore({ said, collation }: Scene): Int32Array {
  const before = new Int32Array(collation.transcript.passages.length + 1).fill(-1);
  for (const [i, { passage }] of said.entries()) before[passage + 1] = i;
  for (let passage = 1; passage < before.length; passage++)
    before[passage] = Math.max(before[passage]!, before[passage - 1]!);
  return before;
}

function toldOmission(scene: Scene, code: FindingCode, passage: number, passages: number, before: number): Finding {
  const { said } = scene;
  const at = said[before]?.to ?? said[0]!.from;
  return finding(scene, {
    code,
    passage,
    sealed: passageReading(scene, passage),
    copy: copyReading(scene, at, at),
    data: { passages },
  });
}
