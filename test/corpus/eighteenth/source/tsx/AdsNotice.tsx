import { useState } from 'react';

/** Codes of the X Ads API (ads-api.x.com) that the campaign desk explains. */
const REASONS: Record<string, string> = {
  ACCOUNT_NOT_FOUND: 'The ad account is not shared with this login.',
  INVALID_TIME_WINDOW: 'The start lies after the end.',
  SPEND_EXCEEDS_BUDGET: 'More is spent than the new budget allows.',
  TOO_MANY_CAMPAIGNS: 'Archive some campaigns first.',
};

interface AdsError {
  code: string;
  message: string;
  parameter?: string;
}

interface Props {
  accountId: string;
  budgetMicros: number;
}

const CARD = { width: 503, height: 400, radius: 32 };
const STEPS = [185, 186, 187, 220, 453];

export function AdsNotice({ accountId, budgetMicros }: Props) {
  const [errors, setErrors] = useState<AdsError[]>([]);

  async function save() {
    const res = await fetch(`https://ads-api.x.com/12/accounts/${accountId}/campaigns`, { method: 'POST' });
    if (res.status === 429) return setTimeout(save, 60_000);
    const body: { errors?: AdsError[] } = await res.json();
    setErrors(body.errors ?? []);
  }

  const [first] = errors;
  if (first?.code === 'UNAUTHORIZED_CLIENT_APPLICATION') {
    return <p>Ask for access to the Ads API.</p>;
  }
  if (first?.code === 'MISSING_PARAMETER' && first.parameter) return <p>Fill in {first.parameter}.</p>;
  return (
    <section style={{ width: CARD.width, minHeight: CARD.height, borderRadius: CARD.radius }}>
      {errors.map((error) => (
        <p key={error.code}>{REASONS[error.code] ?? error.message}</p>
      ))}
      <output>{STEPS[budgetMicros % STEPS.length]}</output>
      <button onClick={save} style={{ fontWeight: 500 }}>Save</button>
    </section>
  );
}
