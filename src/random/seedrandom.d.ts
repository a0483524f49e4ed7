/** The generator of seedrandom without the six others that its main module loads; the same function. */
declare module 'seedrandom/seedrandom.js' {
  export { default } from 'seedrandom';
}
