/** Colours that stay apart for colour-blind readers: Okabe & Ito 2008, https://jfly.uni-koeln.de/color/; second value on dark ground. */
const SERIES: readonly (readonly [light: string, dark: string])[] = [
  ['#0072b2', '#56b4e9'],
  ['#c14a00', '#ff9248'],
  ['#00795a', '#2fc79a'],
  ['#a4508b', '#e29bc8'],
  ['#8a6d00', '#e6c229'],
  ['#444b54', '#b6bec9'],
];
/** Lines differ in dashes as well, for print and for those who see no colour. */
const DASHES = ['none', '7 3', '2 2.5', '9 3 2 3', '4 2', '1 3'] as const;

const ROLES = {
  ground: ['#ffffff', '#14181d'],
  panel: ['#ffffff', '#1b2027'],
  ink: ['#1d2329', '#e8ecf1'],
  soft: ['#56606b', '#a4aeba'],
  rule: ['#d9dee4', '#333b45'],
  faint: ['#eef1f4', '#232a32'],
  accent: ['#0b5cad', '#7cc0ff'],
  membrane: ['#c9b68a', '#6d6142'],
  lysosome: ['#f4e9f3', '#2f2533'],
  mitochondrion: ['#fbeee4', '#33291f'],
  cytosol: ['#f5f8fb', '#1e252d'],
  flux: ['#5b6b7a', '#93a4b5'],
  hot: ['#9c1c1c', '#ff8a80'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;
export type Role = keyof typeof ROLES;

export const SERIES_COUNT = SERIES.length;
export const dashOf = (i: number): string => DASHES[i % DASHES.length]!;

/** Custom properties for a page that follows the reader's scheme. */
export const variables = (scheme: 'light' | 'dark'): string => {
  const which = scheme === 'light' ? 0 : 1;
  return [
    ...Object.entries(ROLES).map(([role, pair]) => `--${role}:${pair[which]}`),
    ...SERIES.map((pair, i) => `--s${i}:${pair[which]}`),
  ].join(';');
};

/**
 * How marks look, by class. In a page colours are custom properties, which change with the scheme; a file that stands alone
 * has the light ones written out, because not every reader of SVG knows custom properties.
 */
export function markStyle(colour: (name: string) => string): string {
  const series = SERIES.map(
    (_, i) =>
      `.s${i} .line{stroke:${colour(`s${i}`)};stroke-dasharray:${dashOf(i)}}` +
      `.s${i} .band,.s${i} .dot,.s${i} .bar{fill:${colour(`s${i}`)}}.s${i} .ring,.s${i} .whisker{stroke:${colour(`s${i}`)}}`,
  ).join('');
  return (
    `svg.figure text{font-family:system-ui,"Segoe UI","Helvetica Neue",Arial,"DejaVu Sans",sans-serif;font-size:11.5px;fill:${colour('ink')}}` +
    `svg.figure .soft{fill:${colour('soft')}}svg.figure .strong{font-weight:600}svg.figure .small{font-size:10px}` +
    `.axis{stroke:${colour('soft')};stroke-width:1;fill:none}.gridline{stroke:${colour('rule')};stroke-width:1;fill:none}` +
    `.zero{stroke:${colour('soft')};stroke-width:1;stroke-dasharray:3 3;fill:none}.margin{fill:${colour('faint')}}` +
    `.line{fill:none;stroke-width:2;stroke-linejoin:round}.band{opacity:.16;stroke:none}.bar{opacity:.35}.dot{stroke:none}` +
    `.ring{fill:${colour('panel')};stroke-width:2}.whisker{stroke-width:2;fill:none}` +
    `.plasma{fill:${colour('faint')}}.cytosol{fill:${colour('cytosol')};stroke:${colour('membrane')};stroke-width:4}` +
    `.lysosome{fill:${colour('lysosome')};stroke:${colour('rule')}}.mitochondrion{fill:${colour('mitochondrion')};stroke:${colour('rule')}}` +
    `.node{fill:${colour('panel')};stroke:${colour('soft')};stroke-width:1.2}.level{fill:${colour('s0')};opacity:.28}` +
    `.flux{fill:none;stroke:${colour('flux')};opacity:.75}.tip{fill:${colour('flux')}}.signal{fill:none;stroke:${colour('soft')};stroke-width:1.4}` +
    `.stop{stroke:${colour('hot')}}.signal.stop{stroke-dasharray:4 2}.signal.bar-end{stroke-width:2.8;stroke-dasharray:none}.cursor{stroke:${colour('ink')};stroke-width:1;stroke-dasharray:2 2}` +
    series
  );
}

const lightColour = (name: string): string => {
  const role = ROLES[name as Role];
  return role === undefined ? SERIES[Number(name.slice(1))]![0] : role[0];
};

/** The style of an SVG file that stands alone. */
export const standaloneStyle = (): string => markStyle(lightColour);
/** The style of figures within a page. */
export const pageStyle = (): string => markStyle((name) => `var(--${name})`);
/** The page's own ground in a file that stands alone. */
export const standaloneGround = (): string => ROLES.ground[0];

/** Colour of a share from 0 to 1 on a ramp that is read by lightness alone, with ink that can be read on it. */
export function ramp(share: number): { readonly fill: string; readonly ink: string } {
  const low = [237, 244, 251];
  const high = [8, 64, 129];
  const at = Math.min(1, Math.max(0, share));
  const fill = `rgb(${low.map((x, i) => Math.round(x + at * (high[i]! - x))).join(',')})`;
  return { fill, ink: at > 0.5 ? '#ffffff' : '#1d2329' };
}
