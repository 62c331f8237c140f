import type { Refusal } from '../call.ts';

/** Why the API refused, with all that is wrong at once. */
export const RefusalNote = ({ refusal }: { refusal: Refusal }) => (
  <div className="refused" role="alert">
    <p>
      <strong>{refusal.title}</strong> {refusal.detail}
    </p>
    {refusal.errors.length > 0 && (
      <ul>
        {refusal.errors.map(({ pointer, detail }) => (
          <li key={`${pointer} ${detail}`}>
            {pointer !== '' && <code>{pointer}</code>} {detail}
          </li>
        ))}
      </ul>
    )}
  </div>
);
