import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** An authority that exists only here, and what it signs, as files in a folder. */
export const makeCertificates = (folder: string) => {
  const openssl = (...args: string[]): void => {
    execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  };
  const keys = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const authority = (name: string): string => {
    const files = ['-keyout', `${name}.key`, '-out', `${name}.pem`];
    openssl('req', '-x509', ...keys, ...files, '-subj', `/CN=${name}`, '-days', '2');
    return join(folder, `${name}.pem`);
  };
  const ca = authority('ca');
  /** `names` as OpenSSL takes them: `DNS:localhost,IP:127.0.0.1`. */
  const sign = (name: string, names: string) => {
    openssl('req', '-new', ...keys, '-keyout', `${name}.key`, '-out', 'csr', '-subj', '/CN=x');
    writeFileSync(join(folder, 'names'), `subjectAltName=${names}`);
    const signer = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2'];
    openssl('x509', '-req', '-in', 'csr', ...signer, '-extfile', 'names', '-out', `${name}.pem`);
    const files = { cert: join(folder, `${name}.pem`), key: join(folder, `${name}.key`) };
    return {
      ...files,
      read: () => ({ cert: readFileSync(files.cert), key: readFileSync(files.key) }),
    };
  };
  return { ca, otherCa: authority('other'), sign };
};
