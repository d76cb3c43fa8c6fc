import { connect } from 'node:net'

/** What came back over a connection that was sent raw bytes. */
export interface Heard {
  readonly text: string
  readonly milliseconds: number
}

/** How long the other side may be silent before this one ends, and before it gives up. Milliseconds. */
const silence = 250
const patience = 3000

/** Sends bytes as they are, and listens until the other side has closed; ends when nothing more comes of it. */
export const sentRaw = (port: number, bytes: Buffer): Promise<Heard> =>
  new Promise((resolve) => {
    const began = performance.now()
    const parts: Buffer[] = []
    const socket = connect(port, '127.0.0.1')
    const done = () => {
      socket.destroy()
      resolve({ text: Buffer.concat(parts).toString('latin1'), milliseconds: performance.now() - began })
    }
    socket.setTimeout(silence, () => {
      socket.setTimeout(patience, done)
      socket.end()
    })
    socket.on('data', (part) => parts.push(part))
    socket.on('close', done)
    // A server that has heard enough closes while it is still being written to.
    socket.on('error', () => undefined)
    socket.write(bytes)
  })

/** The status of each answer in what was heard. */
export const statusesIn = ({ text }: Heard): number[] =>
  [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status))

const line = (first: string, ...headers: string[]) =>
  Buffer.from(
    [`${first} HTTP/1.1`, 'host: localhost', 'connection: close', ...headers, '', ''].join('\r\n'),
    'latin1',
  )
const withBody = (body: Buffer | string, ...headers: string[]) =>
  Buffer.concat([line('POST /api/auth/sign-in/username', ...headers), Buffer.from(body)])

/** Requests that no decent client sends, by what is wrong with them. */
export const hostileBytes: Readonly<Record<string, Buffer>> = {
  nothing: Buffer.from('\r\n\r\n'),
  noise: Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 197 + 13) % 256)),
  'the greeting of TLS': Buffer.from('16030100050100000100', 'hex'),
  'the preface of HTTP/2': Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  'an unknown method': line('BREW /api/health'),
  'CONNECT elsewhere': line('CONNECT example.org:443'),
  'TRACE, which would tell what was sent': line('TRACE /api/health', 'cookie: sanding_session=secret'),
  'an address elsewhere': line('GET http://example.org/api/health'),
  'an address of no path': line('OPTIONS *'),
  'bytes that are no UTF-8 in the address': line('GET /api/counties/\xff\xfe\xc3\x28'),
  'a NUL in the address': line('GET /api/counties/a\0b'),
  'an address of 100 kB': line(`GET /api/counties/${'x'.repeat(100_000)}`),
  'headers of 100 kB': line('GET /api/health', `x-long: ${'x'.repeat(100_000)}`),
  'two thousand headers': line('GET /api/health', ...Array.from({ length: 2000 }, (_, at) => `x${at}: 1`)),
  'a NUL in a header': line('GET /api/health', 'x-a: a\0b'),
  'a header that is folded': line('GET /api/health', 'x-a: a', ' b'),
  'two hosts': line('GET /api/health', 'host: example.org'),
  'no host': Buffer.from('GET /api/health HTTP/1.1\r\nconnection: close\r\n\r\n'),
  'two lengths': withBody('{}{}', 'content-length: 2', 'content-length: 4'),
  'a length and pieces': withBody('0\r\n\r\n', 'content-length: 5', 'transfer-encoding: chunked'),
  'a length below nothing': withBody('{}', 'content-length: -2'),
  'a length without end': withBody('{}', 'content-length: 99999999999999999999'),
  'pieces of no length': withBody(
    'zz\r\n{}\r\n0\r\n\r\n',
    'content-type: application/json',
    'transfer-encoding: chunked',
  ),
  'a body that breaks off': withBody('{"user', 'content-type: application/json', 'content-length: 5000'),
  'a body that is no UTF-8': withBody(
    Buffer.from('7b22757365726e616d65223a22c328ff227d', 'hex'),
    'content-type: application/json',
    'content-length: 18',
  ),
  'two kinds of content': withBody(
    '{}',
    'content-type: application/json',
    'content-type: text/html',
    'content-length: 2',
  ),
  'a cookie twice': line(
    'GET /api/auth/session',
    'cookie: sanding_session=a.b',
    'cookie: sanding_session=-.c',
  ),
  'a cookie of 15 kB': line('GET /api/auth/session', `cookie: sanding_session=-.${'x'.repeat(15_000)}`),
  'a second request hidden in the body of the first': withBody(
    'GET /api/accounts HTTP/1.1\r\n\r\n',
    'content-type: application/json',
    'content-length: 0',
  ),
  'two hundred requests at once': Buffer.concat(
    Array.from({ length: 200 }, () => Buffer.from('GET /api/counties HTTP/1.1\r\nhost: localhost\r\n\r\n')),
  ),
}
