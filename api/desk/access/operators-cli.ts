import { parseArgs } from 'node:util';
import { createDatabase, type Db } from '../../../db/client.ts';
import { noteAudit } from '../../../db/desk/people/audit.ts';
import { setEmail } from '../../../db/desk/people/operator-email.ts';
import {
  addOperator,
  changeOperator,
  changePassword,
  findAccount,
  listOperators,
} from '../../../db/desk/people/operators.ts';
import { type Role, roles } from '../../../workflows/domain/desk/role.ts';
import { sessionEnds } from '../../access/session-ends.ts';
import { readConfig } from '../../config.ts';
import { email as emails } from '../../http/scalars.ts';
import { askPassword } from './ask-password.ts';
import { operatorId as operatorIds } from './operator-id.ts';
import { faultOf, hashPassword } from './passwords.ts';

const usage = `npm run operator -- add <id> --name <name> --role <role>
npm run operator -- list
npm run operator -- role <id> --role <role>
npm run operator -- password <id>
npm run operator -- email <id> [--email <address>]
npm run operator -- disable <id>
npm run operator -- enable <id>

Roles: ${roles.join(', ')}. The address is where mails go that the person asks to see. The password is asked for, or read from the input. Another role or
password, and disable, end all sessions of the person.
`;

type Options = { name?: string; role?: string; email?: string };
type Command = (db: Db, operatorId: string, options: Options) => Promise<string>;

const add: Command = async (db, operatorId, { name = '', role }) => {
  const id = operatorIds.safeParse(operatorId);
  if (!id.success) throw new Error(`An id has ${id.error.issues[0]?.message}.\n`);
  if (name.trim() === '') throw new Error(usage);
  const wanted = roleOf(role);
  if (await findAccount(db.sql, operatorId)) throw new Error(`${operatorId} has an account.\n`);
  const passwordHash = await newPassword({ operatorId, name });
  const account = { operatorId, name: name.trim(), role: wanted, passwordHash };
  if (!(await addOperator(db.sql, account))) throw new Error(`${operatorId} has an account.\n`);
  await note(db, operatorId, { role: wanted, added: true });
  return `${operatorId} can sign in.\n`;
};

const list: Command = async (db) => {
  const lines: string[] = [];
  for (let after: string | null = null; ; ) {
    const page = await listOperators(db.sql, { after, limit: 100, ends: sessionEnds });
    for (const { operatorId, name, role, issuer, hasPassword, disabledAt } of page) {
      const way = issuer ?? (hasPassword ? 'password' : 'none');
      lines.push([operatorId, name, role, way, disabledAt ?? 'no'].join('\t'));
    }
    after = page.at(-1)?.operatorId ?? null;
    if (after === null) return ['id\tname\trole\tsigns in by\tdisabled', ...lines, ''].join('\n');
  }
};

const role: Command = (db, operatorId, options) =>
  change(db, operatorId, { role: roleOf(options.role) });

const disable: Command = (db, operatorId) => change(db, operatorId, { disabled: true });

const enable: Command = (db, operatorId) => change(db, operatorId, { disabled: false });

const password: Command = async (db, operatorId) => {
  const account = await getAccount(db, operatorId);
  if (account.issuer !== null) throw new Error(`${operatorId} signs in by ${account.issuer}.\n`);
  const passwordHash = await newPassword(account);
  await changePassword(db, { operatorId, passwordHash });
  await noteAudit(db.sql, { operatorId, type: 'password_changed', detail: by });
  return `${operatorId} has another password, and is signed out everywhere.\n`;
};

/** Without an address nothing is sent to the person. */
const email: Command = async (db, operatorId, options) => {
  const account = await getAccount(db, operatorId);
  if (account.issuer !== null) throw new Error(`${operatorId} has the address of the provider.\n`);
  const address = options.email === undefined ? null : emails.safeParse(options.email);
  if (address?.success === false) throw new Error(`${options.email} is no mail address.\n`);
  await setEmail(db.sql, { operatorId, email: address?.data ?? null });
  await note(db, operatorId, { address: true });
  return `${operatorId}: ${address?.data ?? 'no address'}.\n`;
};

const by = { by: 'npm run operator' };

/** Whoever reaches the database may send the last manager away: they can make another. */
const change = async (
  db: Db,
  operatorId: string,
  wanted: { role?: Role; disabled?: boolean },
): Promise<string> => {
  const { name, role, disabledAt } = await getAccount(db, operatorId);
  const whole = { operatorId, name, role, disabled: disabledAt !== null, ...wanted };
  const outcome = await changeOperator(db, whole, { keepsManager: false });
  if (outcome === 'role_from_provider') {
    throw new Error(`${operatorId} gets a role from the provider at each sign-in.\n`);
  }
  if (outcome === 'changed') await note(db, operatorId, wanted);
  return `${operatorId}: ${whole.role}, ${whole.disabled ? 'disabled' : 'enabled'}.\n`;
};

const note = (db: Db, operatorId: string, detail: object): Promise<number> =>
  noteAudit(db.sql, { operatorId, type: 'account_changed', detail: { ...by, ...detail } });

const getAccount = async (db: Db, operatorId: string) => {
  const account = await findAccount(db.sql, operatorId);
  if (!account) throw new Error(`Nobody has the id ${operatorId}.\n`);
  return account;
};

const roleOf = (word: string | undefined): Role => {
  const role = roles.find((each) => each === word);
  if (!role) throw new Error(usage);
  return role;
};

const newPassword = async (about: { operatorId: string; name: string }): Promise<string> => {
  const given = await askPassword(`New password of ${about.operatorId}: `);
  const fault = faultOf(given, about);
  if (fault) throw new Error(`${fault}\n`);
  return hashPassword(given);
};

const commands: Record<string, Command> = { add, list, role, password, email, disable, enable };

const text = { type: 'string' } as const;
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { name: text, role: text, email: text },
});
const [verb = '', operatorId] = positionals;
const command = commands[verb];
const db = createDatabase(readConfig().databaseUrl, { max: 1 });
try {
  const isWhole = command && (verb === 'list' || operatorId !== undefined);
  process.stdout.write(isWhole ? await command(db, operatorId ?? '', values) : usage);
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  await db.close();
}
