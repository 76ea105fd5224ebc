import { connect, createServer, type Socket } from 'node:net';
import type { Destination } from './launch.ts';

/** A TCP proxy before the simulator, on its own port. While it is turned off, connections to it are refused. */
export interface TcpSwitch extends Destination {
  turnOff(): Promise<void>;
  turnOn(): Promise<void>;
}

export async function createTcpSwitch({ tlsPort, spki }: Destination): Promise<TcpSwitch> {
  const sockets = new Set<Socket>();
  const server = createServer((incoming) => {
    const outgoing = connect(tlsPort, '127.0.0.1');
    for (const socket of [incoming, outgoing]) {
      sockets.add(socket.on('error', () => {}).on('close', () => sockets.delete(socket)));
    }
    incoming.pipe(outgoing).pipe(incoming);
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;

  return {
    tlsPort: port,
    spki,
    turnOn: () => listen(port),
    turnOff() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
