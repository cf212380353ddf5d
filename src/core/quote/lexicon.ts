/**
 * The few words the checks know, by language. Plain data: a language is added by adding a line.
 *
 * No list decides that words are faithful. They decide who is named beside a quotation, and what deserves a warning.
 */

function words(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.join(' ').split(' '));
}

/** Words that deny. English contractions in `n't` are known by their ending. */
export const NEGATIONS = words(
  'not no never none nobody nothing neither nor nowhere without cannot hardly',
  'nicht kein keine keinen keinem keiner keines nie niemals niemand nichts weder ohne nirgends',
  'ne pas jamais rien personne aucun aucune ni sans non',
  'nunca jamás nada nadie ningún ninguna ninguno tampoco sin',
  'mai niente nulla nessuno nessuna né senza',
  'não nenhum nenhuma ninguém nem sem',
  'niet geen nooit niemand niets zonder',
  'не нет ни никогда никто ничего ничто без нельзя нигде нету',
  'ні ніколи ніхто нічого без немає нема',
  'nie nigdy nikt nic bez ani żaden',
  'ikke ingen aldri aldrig inget inte intet utan uten uden',
  'لا لم لن ليس ليست ما غير بدون',
  '不 没 沒 無 无 未 非 别',
);

/** Prefixes that deny, as an editor may slip them into brackets: `[un]happy`. */
export const NEGATING_PREFIXES = words('un in im ir il dis non mis miss be de');

/** Words for numbers; digits are known by themselves. */
export const NUMBER_WORDS = words(
  'one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion half twice dozen',
  'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig hundert tausend million millionen',
  'deux trois quatre cinq sept huit neuf dix vingt trente cent mille',
  'dos tres cuatro cinco seis siete ocho nueve diez veinte treinta cien mil millón millones',
  'due tre quattro cinque sette otto nove dieci venti trenta cento mille',
  'два две три четыре пять шесть семь восемь девять десять двадцать тридцать сто тысяча тысяч миллион',
  'дві чотири шість сім вісім дев’ять десять двадцять тридцять тисяча тисяч мільйон',
);

/** Words that turn a sentence when a quotation stops just before them. */
export const TURNS_AFTER = words(
  'but unless not except however although though yet if until only otherwise nor never',
  'aber sondern außer doch jedoch obwohl wenn falls nicht nie',
  'mais sauf cependant pourtant si sinon pas jamais',
  'pero sino salvo excepto aunque si no nunca',
  'ma però tranne salvo se non mai',
  'mas porém exceto embora se não nunca',
  'maar behalve tenzij hoewel niet nooit als',
  'но однако кроме если хотя не никогда',
  'але однак проте окрім крім якщо хоча не ніколи',
  'ale lecz jednak chyba oprócz jeśli choć nie nigdy',
  'men utom ikke inte aldrig hvis om',
  'لكن إلا',
);

/** Words that turn a sentence when a quotation starts just after them. */
export const TURNS_BEFORE = words(
  'not never unless if deny denied nor without hardly cannot doubt wish',
  'nicht nie wenn falls kein keine ohne weder',
  'ne si jamais sans ni',
  'no nunca si sin ni',
  'non mai se senza né',
  'não nunca se sem nem',
  'niet nooit als geen zonder',
  'не никогда если без будто ни',
  'не ніколи якщо без ні',
  'nie nigdy jeśli bez ani',
  'ikke inte aldri aldrig hvis om',
);

/** Verbs of saying, in the forms that stand beside quotations. */
export const SAYING = words(
  'say says said tell tells told states stated explain explains explained add adds added admit admits admitted',
  'argue argues argued recall recalls recalled insist insists insisted warn warns warned notes noted answers',
  'answered reply replies replied claims claimed remember remembers remembered continue continues continued write writes',
  'wrote believes believed declare declares declared describes described put puts complains complained concedes conceded',
  'sagt sagte erklärt erklärte meint meinte betont betonte berichtet berichtete erzählt erzählte antwortet antwortete fügt',
  'dit disait déclare déclaré explique expliquait affirme affirmait ajoute ajoutait raconte raconté répond répondit assure',
  'dice dijo explica explicó afirma afirmó añade añadió cuenta contó recuerda recordó responde respondió asegura aseguró señala',
  'disse spiega spiegò afferma affermò aggiunge racconta raccontò risponde rispose ricorda',
  'diz explica afirma acrescenta conta recorda responde respondeu',
  'zegt zei verklaart verklaarde vertelt vertelde antwoordt antwoordde vindt',
  'говорит сказал сказала сказали рассказывает рассказал рассказала объясняет объяснил объяснила добавляет добавил добавила отвечает ответил ответила заявил заявила считает',
  'каже сказав сказала розповідає розповів розповіла пояснює пояснив пояснила додає додав додала відповідає відповів відповіла',
  'mówi powiedział powiedziała dodaje dodał dodała wyjaśnia odpowiada',
  'sier sa säger sade siger sagde forteller berättar fortæller',
);

/** Verbs of asking. */
export const ASKING = words(
  'ask asks asked asking wondered wonders inquired',
  'fragt fragte fragten',
  'demande demandait demandé demanda interroge',
  'pregunta preguntó preguntamos preguntaron',
  'chiede chiese domanda domandò',
  'pergunta perguntou',
  'vraagt vroeg vroegen',
  'спрашивает спросил спросила спросили',
  'питає запитав запитала запитали спитав спитала',
  'pyta zapytał zapytała spytał',
  'spør spurte frågar frågade spørger spurgte',
);

/** Those who ask in an interview. */
export const INTERVIEWERS = words(
  'interviewer reporter journalist correspondent questioner host we us our',
  'interviewerin journalistin reporterin moderator moderatorin wir',
  'intervieweur journaliste nous',
  'entrevistador entrevistadora periodista nosotros',
  'intervistatore giornalista',
  'entrevistadora jornalista repórter',
  'журналист журналистка корреспондент ведущий ведущая интервьюер мы',
  'журналіст журналістка кореспондент ведучий ведуча ми',
  'dziennikarz dziennikarka',
);

/** Pronouns that carry an attribution over from an earlier sentence. */
export const PRONOUNS = words(
  'he she they er sie il elle ils elles él ella ellos lui lei egli ele ela hij zij ze',
  'он она они він вона вони on ona oni han hun hon',
);

/** Words before a name: "according to Sokolov". Each is the last word of its phrase. */
export const ACCORDING = new Map<string, string>([
  ['to', 'according'],
  ['zufolge', ''],
  ['laut', ''],
  ['selon', ''],
  ['según', ''],
  ['secondo', ''],
  ['segundo', ''],
  ['volgens', ''],
  ['словам', 'по'],
  ['словами', 'за'],
  ['według', ''],
  ['ifølge', ''],
  ['enligt', ''],
]);

/** Small words inside a name. */
export const NAME_PARTICLES = words('de del della da dos du di la le van von der den ter al el bin ibn zu af av y e');

/** Words that begin a sentence with a capital and are no name; behind a preposition no name that speaks follows either. */
export const NOT_NAMES = words(
  'and but then so yet also another one a an the this that these later finally now today here there when while as if what who both all some others many',
  'und aber dann auch der die das ein eine dies jetzt heute hier dort wenn als so wer was beide alle',
  'et mais puis aussi le la les un une ce cette ici quand si lors',
  'y e pero luego también el la los las un una este esta aquí cuando si así',
  'ma poi anche il lo gli un una questo qui quando se così mas depois também o os as',
  'и но а затем потом тоже это здесь когда если так і але потім тоді також це тут коли якщо',
);
export const PREPOSITIONS = words(
  'in on at of from by for about with without after before under over to into',
  'von aus bei in an auf über mit ohne nach vor unter zu',
  'de du des dans sur avec sans après avant pour par',
  'en con sin tras antes para por sobre di da dal su per em com',
  'в во на о об из от до с со без после под по у за про з із від до',
);

/** Words before the title of a work. */
export const TITLE_CUES = words(
  'film movie book novel song album article essay poem play series show podcast painting opera magazine newspaper report titled entitled chapter',
  'buch roman lied artikel gedicht stück serie zeitung titel',
  'livre roman chanson article poème pièce série journal intitulé intitulée titre',
  'película libro novela canción artículo poema obra serie diario titulado titulada',
  'libro romanzo canzone articolo poesia opera intitolato titolo',
  'boek lied artikel gedicht krant',
  'фильм фильме книга книге роман романе песня статья статье поэма пьеса газета газете журнал журнале',
  'фільм фільмі книга книзі пісня стаття статті газета газеті журнал',
);

/** Words before a term that is named, doubted or explained, and not said by anyone. */
export const TERM_CUES = words(
  'so-called called termed dubbed nicknamed labelled labeled word term motto means meaning alleged',
  'sogenannte sogenannten sogenannter sogenanntes genannt wort begriff namens',
  'appelé appelée appelés mot terme soi-disant prétendu',
  'llamado llamada llamados llamadas palabra término supuesto supuesta apodado',
  'cosiddetto cosiddetta cosiddetti chiamato parola termine',
  'zogenaamde zogeheten woord term',
  'называемый называемая называемые называемых слово термин прозвали',
  'званий звана звані званих слово термін прозвали',
  'zwany zwana zwane słowo',
);

/** Words of a transcriber's stage directions. */
export const STAGE_DIRECTIONS = words(
  'laughs laugh laughing laughter chuckles smiles sighs pause pauses silence crosstalk applause cries crying coughs nods inaudible unintelligible',
  'lacht lachen gelächter pause seufzt schweigt weint beifall unverständlich',
  'rit rires sourit soupire silence pleure inaudible',
  'ríe ríen risas sonríe suspira silencio llora inaudible ride ridono risate sospira ri risos lacht gelach',
  'смеется смеётся смех улыбается вздыхает пауза молчит плачет неразборчиво',
  'сміється сміх усміхається зітхає мовчить плаче нерозбірливо śmieje śmiech',
);

/** Titles before a name; they name nobody. */
export const HONORIFICS = words(
  'mr mrs ms miss dr prof professor sir lady captain colonel general father sister president minister',
  'herr frau monsieur madame mademoiselle señor señora don doña signor signora senhor senhora pan pani пан пані господин госпожа г-н г-жа',
);

/** Ends of a photograph's credit line. */
export const CREDITS = words(
  'reuters ap afp efe epa dpa ansa tass getty archive archiv archivo photo foto фото agencies',
);

/** Whether a word, in lower case, denies. */
export function isNegation(word: string): boolean {
  return NEGATIONS.has(word) || word.endsWith("n't") || word === 'dont' || word === 'didnt';
}

/** Whether a word, in lower case, is a number or names one. */
export function isNumber(word: string): boolean {
  return /\p{N}/u.test(word) || NUMBER_WORDS.has(word);
}
