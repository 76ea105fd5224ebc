import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };

interface Entry {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

/** Returns the English sentence of a key, with its placeholders filled in as Chrome does. */
export function sentence(key: keyof typeof messages, ...substitutions: string[]): string {
  const { message, placeholders = {} }: Entry = messages[key];
  return message.replace(/\$(\w+)\$/g, (_, name: string) => {
    const position = placeholders[name.toLowerCase()]?.content.slice(1);
    return substitutions[Number(position) - 1] ?? '';
  });
}

const hosts = { 'Z-API': 'api.z-api.io', Periskope: 'api.periskope.app' };

/** Returns Pushpin's sentence for a failure. */
export const failureSentence = (
  reason: Extract<keyof typeof messages, `outcome_${string}` | `${string}_unauthorized_${string}`>,
  account: string,
  provider: keyof typeof hosts,
): string => sentence(reason, account, provider, hosts[provider]);
