/**
 * The style sheet of the HTML report. No colour says anything alone: what is left out is struck through, what is added is
 * underlined, rows carry a word. Colours keep a contrast of 4.5 to 1 in light and dark.
 */
export const STYLE = `
:root{color-scheme:light dark;--page:#fff;--ink:#1a1a1a;--soft:#595959;--line:#d4d4d4;--panel:#f5f5f3;
--bad:#a1121b;--bad-page:#fde8e8;--good:#0b5d2a;--good-page:#e2f4e7;--warn:#7a4b00;--warn-page:#fdf0d5;--link:#0b4f9e}
@media screen and (prefers-color-scheme:dark){:root{--page:#161616;--ink:#ececec;--soft:#b0b0b0;--line:#444;--panel:#222;
--bad:#ff9c9c;--bad-page:#47191b;--good:#84dba0;--good-page:#123d22;--warn:#f2c46d;--warn-page:#40300c;--link:#8fc1ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:1rem/1.55 Georgia,'Times New Roman',serif;overflow-wrap:anywhere}
header,main,footer{max-width:76rem;margin:0 auto;padding:1rem}
h1,h2,h3,.kind,.place,.tag,summary,table,.count,footer{font-family:system-ui,sans-serif}
section{margin-top:2rem}h1{font-size:1.5rem;margin:.5rem 0}
h2{font-size:1.25rem;margin:0 0 .25rem;padding-top:1rem;border-top:3px solid var(--line)}
h3{font-size:1.05rem;margin:1.5rem 0 .25rem}
a{color:var(--link)}
:target{outline:3px solid var(--link);outline-offset:2px}
.verdict{display:inline-block;white-space:nowrap;font:700 .95rem system-ui,sans-serif;padding:.1em .5em;border:2px solid;border-radius:.3em}
.failed{color:var(--bad);background:var(--bad-page)}
.passed{color:var(--good);background:var(--good-page)}
.unreadable{color:var(--warn);background:var(--warn-page)}
.place,.soft,.count{color:var(--soft);font-size:.9rem}
table{border-collapse:collapse;width:100%;font-size:.95rem}
th[scope=row]{min-width:11rem}th[scope=col]{overflow-wrap:normal}td.path{min-width:9rem}th,td{text-align:start;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--line)}
ol.findings{list-style:none;margin:0;padding:0}
ol.findings>li{padding:.5rem 0 .5rem .75rem;border-inline-start:3px solid var(--line);margin:.4rem 0}
.reading{margin:.15rem 0;padding-inline-start:6.5rem;text-indent:-6.5rem}
.reading .kind{display:inline-block;width:6.5rem;text-indent:0;color:var(--soft);font-size:.85rem}
del{color:var(--bad);background:var(--bad-page);text-decoration:line-through}
ins{color:var(--good);background:var(--good-page);text-decoration:underline;text-decoration-thickness:2px}
.gap{color:var(--bad);background:var(--bad-page);font-weight:700;padding:0 .2em}
.gap.sealed{color:var(--good);background:var(--good-page)}
.other{background:var(--warn-page);border-bottom:2px dotted var(--warn)}
.mark{border:1px solid var(--soft);border-radius:.2em;padding:0 .15em}
a.change{color:inherit;text-decoration:inherit}
.texts{display:grid;grid-template-columns:minmax(0,1fr) 1rem;gap:.5rem;margin-top:1rem}
.strip{position:sticky;top:0;contain:size;max-height:100vh;background:var(--panel);border:1px solid var(--line)}
.strip a{position:absolute;left:0;right:0;height:5px;background:var(--bad)}
.heads,.row{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:1.25rem}
.heads{font:700 .9rem system-ui,sans-serif;border-bottom:2px solid var(--line);padding-bottom:.3rem}
.row{gap:.3rem 1.25rem;padding:.6rem .6rem;border-inline-start:4px solid transparent;border-bottom:1px solid var(--line)}
.row>span{grid-column:1/-1;height:0}.row>.tag{grid-column:1/-1;font-size:.85rem;font-weight:700}
.row p{margin:0}.row p+p{margin-top:.5rem}
.row.changed{border-inline-start-color:var(--bad)}
.row.omitted,.row.added,.row.interpolated,.row.moved{border-inline-start-color:var(--bad);background:var(--panel)}
.row.set-off,.row.around{border-inline-start-style:dotted;border-inline-start-color:var(--soft);color:var(--soft)}
.row.matter{border-inline-start-color:var(--soft);background:none}.row.matter del,.row.matter ins{color:inherit;background:none}
.row.same.matter{border-inline-start-color:transparent}.question p{font-weight:600}.matter p,.notice p,.note p{font-style:italic}
.speaker{font:700 .85rem system-ui,sans-serif;margin-inline-end:.4em}
.empty{color:var(--soft);font-style:italic}
details{border-bottom:1px solid var(--line)}
details.fold>summary{padding:.5rem .6rem;background:var(--panel);color:var(--soft);font-size:.9rem;cursor:pointer}
.row,.block,ol.findings>li{content-visibility:auto;contain-intrinsic-size:auto 6rem}
.state{font:700 .95rem system-ui,sans-serif}
td.number,th.number{text-align:end}td.number{white-space:nowrap;font-variant-numeric:tabular-nums}
.article{border-top:1px solid var(--line);margin-top:.5rem}
.block{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:.5rem 2rem;padding:.4rem 0}
.block.apart .in{border-inline-start:4px dotted var(--soft);padding-inline-start:.75rem}
.in{margin:0;max-width:42rem;position:sticky;top:.5rem;align-self:start}.in.heading{font:700 1.15rem/1.3 system-ui,sans-serif;padding-top:.75rem}
.in.list-item,.in.quote{padding-inline-start:1.25rem}.in.quote{border-inline-start:3px solid var(--line)}
.in.caption,.in.running,.in.note{font-size:.9rem;color:var(--soft)}
.quoted{text-decoration:underline 1px;text-underline-offset:.2em}
.quoted.passed,.quoted.failed,.quoted.unreadable{color:inherit;background:none}
.quoted.unreadable{text-decoration-style:dotted}
.quoted.failed{text-decoration:underline wavy var(--bad) 1px;background:var(--bad-page)}
.sign{display:inline-block;font:700 .75rem/1.4 system-ui,sans-serif;border:1px solid;border-radius:.3em;padding:0 .35em;margin-inline-end:.25em;text-decoration:none;white-space:nowrap}
.notes{display:grid;gap:.75rem;align-content:start}
.margin{border-inline-start:3px solid var(--line);padding-inline-start:.75rem;font-size:.9rem;color:var(--ink);background:none}
.margin.failed{border-inline-start-color:var(--bad)}
.margin p{margin:.15rem 0}.margin .said{font:.85rem/1.4 system-ui,sans-serif}.margin .verdict{font-size:.8rem;border:0;padding:0;background:none}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (max-width:44rem){.block{grid-template-columns:minmax(0,1fr)}.in{position:static}.block.noted{padding-bottom:1rem}
.heads{display:none}.row{grid-template-columns:minmax(0,1fr);gap:.4rem}
.row .side::before{content:attr(data-side);display:block;font:700 .75rem system-ui,sans-serif;color:var(--soft)}
.texts:not(.digests) .row.same .side+.side,.row>.tag~.side:has(.empty){display:none}.texts:not(.digests) .row.same .side::before{content:'Transcript and copy'}
.reading{padding-inline-start:0;text-indent:0}.reading .kind{display:block}
table.rows thead{position:absolute;clip-path:inset(50%)}table.rows tr,table.rows td:not(:empty),table.rows th{display:block;border:0;text-align:start;padding:.1rem 0}
td.number:not(:empty)::before{content:attr(data-side)': '}td:empty{display:none}
table.rows tr{border-bottom:1px solid var(--line);padding:.5rem 0}}
@media print{.in{position:static}:root{color-scheme:light}body{font-size:10pt}.strip{display:none}.texts{display:block}
.row,ol.findings>li,.margin{break-inside:avoid}a{color:inherit}.row,.block,ol.findings>li{content-visibility:visible}
del,ins,.failed,.passed,.unreadable,.gap{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
