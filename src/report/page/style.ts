import { pageStyle, variables } from '../palette.js';

/** The page's style: follows the reader's colour scheme, works on a phone and on paper. */
export const pageCss = (conditions: number): string =>
  `
:root{color-scheme:light dark;${variables('light')}}
@media (prefers-color-scheme:dark){:root:not([data-scheme=light]){${variables('dark')}}}
:root[data-scheme=dark]{${variables('dark')};color-scheme:dark}
:root[data-scheme=light]{color-scheme:light}
*{box-sizing:border-box}
html{scroll-padding-top:5.5rem}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 system-ui,"Segoe UI","Helvetica Neue",Arial,sans-serif;-webkit-text-size-adjust:100%}
a{color:var(--accent)}
.skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:.5rem;background:var(--panel);padding:.4rem .8rem;z-index:9}
main,header.top,footer{max-width:1240px;margin:0 auto;padding:0 1.25rem}
header.top{padding-top:2.2rem}
.kicker{color:var(--soft);font-size:.85rem;margin:0}
h1{font-size:clamp(1.5rem,3.4vw,2.3rem);line-height:1.2;margin:.3rem 0 1rem;letter-spacing:-.01em;max-width:46ch}
h2{font-size:1.3rem;margin:2.6rem 0 .2rem;padding-top:.9rem;border-top:1px solid var(--rule)}
h3{font-size:.95rem;line-height:1.3;margin:0 0 .2rem}
.lead{color:var(--soft);margin:.1rem 0 1rem;max-width:75ch}
.answer{background:var(--faint);border-left:4px solid var(--accent);border-radius:4px;padding:.9rem 1.1rem;max-width:90ch}
.answer p{margin:.2rem 0 .5rem}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.4rem 1.4rem;margin:1.1rem 0 0}
.facts div{border-top:1px solid var(--rule);padding-top:.35rem}.facts dt{color:var(--soft);font-size:.78rem}.facts dd{margin:0;font-weight:600;overflow-wrap:anywhere}
.bar-top{position:sticky;top:0;z-index:5;background:var(--ground);border-bottom:1px solid var(--rule);margin-top:1.4rem}
.bar-in{max-width:1240px;margin:0 auto;padding:.45rem 1.25rem;display:flex;flex-wrap:wrap;gap:.2rem 1.3rem;align-items:center}
.bar-in fieldset{border:0;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;align-items:center}
.bar-in legend{float:left;color:var(--soft);font-size:.85rem;margin-right:.8rem}
.bar-in nav{display:flex;flex-wrap:wrap;gap:.1rem .9rem;font-size:.85rem;flex-basis:100%}
label.toggle{display:inline-flex;align-items:center;gap:.4rem;cursor:pointer;padding:.25rem 0}
.swatch{width:26px;height:12px;overflow:visible}.swatch .line{stroke-width:3}
button,.downloads a{font:inherit;font-size:.8rem;color:var(--accent);background:none;border:1px solid var(--rule);border-radius:4px;padding:.18rem .6rem;cursor:pointer;text-decoration:none;display:inline-block;min-height:26px}
button:hover,.downloads a:hover{background:var(--faint)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,340px),1fr));gap:1rem}
figure{margin:0;background:var(--panel);border:1px solid var(--rule);border-radius:8px;padding:.8rem .9rem .6rem;position:relative;min-width:0;break-inside:avoid}
figure.wide{margin:0 0 1rem}
figure svg:not(.plot){width:100%;height:auto;display:block;overflow:visible}figure[data-course] svg{cursor:crosshair;user-select:none;-webkit-user-select:none}.plot{overflow:hidden}.plot .line{vector-effect:non-scaling-stroke}.brush{fill:var(--accent);opacity:.15}
.hours{align-items:center;gap:.5rem;font-size:.85rem;color:var(--soft)}.hours input{font:inherit;width:4.6rem;color:var(--ink);background:var(--panel);border:1px solid var(--rule);border-radius:4px;padding:.1rem .3rem}
figcaption{color:var(--soft);font-size:.8rem;line-height:1.4;margin:.3rem 0 .5rem}
.scroll{overflow-x:auto}.scroll>svg{min-width:600px}.scroll>svg.figure[viewBox^="0 0 660"]{max-width:980px}.scroll>svg.figure[viewBox^="0 0 1120"]{min-width:940px}
.downloads{display:flex;gap:.4rem;flex-wrap:wrap}
.script{display:none}html.scripted .script{display:revert}html.scripted .script.flex{display:flex}
.tip-box{position:absolute;pointer-events:none;background:var(--panel);border:1px solid var(--soft);border-radius:6px;padding:.35rem .55rem;font-size:.78rem;line-height:1.45;box-shadow:0 2px 8px #0003;white-space:nowrap;z-index:3}
.tip-box b{font-weight:600}
table{border-collapse:collapse;font-size:.85rem;width:100%}
th,td{text-align:right;padding:.28rem .55rem;border-bottom:1px solid var(--rule);white-space:nowrap}
th:first-child,td:first-child,td.words,th.words{text-align:left;white-space:normal}td.words{overflow-wrap:anywhere;min-width:11rem}
thead th{color:var(--soft);font-weight:600;border-bottom:1px solid var(--soft)}
details{margin:.8rem 0}summary{cursor:pointer;color:var(--accent);padding:.3rem 0}
pre{background:var(--faint);padding:.8rem;border-radius:6px;overflow-x:auto;font-size:.82rem;white-space:pre-wrap}
.pathway-controls{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;align-items:center;margin:.3rem 0 .7rem}
.pathway-controls fieldset{border:0;padding:0;margin:0;display:flex;flex-wrap:wrap;gap:.1rem 1rem}
.pathway-controls legend{float:left;color:var(--soft);font-size:.85rem;margin-right:.8rem}
.slider{align-items:center;gap:.7rem}.slider input{width:min(26rem,60vw)}.slider output{min-width:9rem;font-variant-numeric:tabular-nums}
.visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
footer{color:var(--soft);font-size:.85rem;padding-bottom:3rem;margin-top:2.5rem}
${Array.from({ length: conditions }, (_, i) => `body:has(#show-${i}:not(:checked)) .c${i}{display:none}.pathway:has(#pathway-pick-${i}:not(:checked)) #figure-pathway-${i}{display:none}`).join('\n')}
@media (max-width:720px){html.scripted .script.hours{display:none}html{scroll-padding-top:4.5rem}.bar-in nav{flex-wrap:nowrap;overflow-x:auto;white-space:nowrap;padding-bottom:.2rem}.slider{flex-wrap:wrap}.slider input{width:100%}.bar-in fieldset{gap:0 .9rem;font-size:.9rem}}
@media print{.bar-top{position:static;border:0}.bar-in{padding-bottom:0}label.toggle input,label.toggle:has(input:not(:checked)){display:none}.bar-in nav,.hours,.downloads,.slider,button,.skip{display:none!important}body{font-size:10.5pt}figure{border-color:#bbb}.grid{grid-template-columns:repeat(2,1fr)}.pathway figure{display:block!important}details{display:none}h2{break-after:avoid}main,header.top,footer{max-width:none}.scroll>svg,.scroll>svg.figure[viewBox^="0 0 1120"]{min-width:0}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
${pageStyle()}
`.trim();
