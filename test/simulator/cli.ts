import { startSimulator } from './index.ts';

const portFrom = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);

try {
  const simulator = await startSimulator({ port: portFrom('PORT', 8080), tlsPort: portFrom('TLS_PORT', 8443) });
  const { url, tlsPort, spki, credentials } = simulator;
  const tlsUrl = `https://localhost:${tlsPort}`;
  // The first line is for scripts, and the only place where the demo credentials are shown.
  console.log(JSON.stringify({ url, tlsUrl, spki, credentials }));
  console.log(`\nSimulated Z-API and Periskope at ${url} and ${tlsUrl}`);
  console.log(`What is pinned, and every request received: ${url}/`);
  console.log(`A page with message ids to pin from: ${url}/webhook-log`);
  console.log('Stop with Ctrl+C.');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void simulator.close());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
