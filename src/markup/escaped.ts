/** Text as it stands in XML, SVG and HTML, between tags and within quotes. */
export const escaped = (raw: string): string =>
  raw.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
