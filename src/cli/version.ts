import { dependencyVersion, packageVersion } from './package-info.js';

/** `leucell 0.1.0 (node 20.20.2, apache-arrow 21.2.0)`. */
export const versionLine = (): string =>
  `leucell ${packageVersion()} (node ${process.versions.node}, apache-arrow ${dependencyVersion('apache-arrow')})`;
