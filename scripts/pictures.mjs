// Makes the pictures of the README from the real page: node scripts/run.mjs scripts/pictures.mjs
import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import { launchBrowser } from '../test/e2e/browser.ts'
import { buildIfChanged } from './build.mjs'
import { root } from './node.mjs'

const folder = path.join(root, 'docs/pictures')
const screens = [
  { name: 'home', hash: '', ready: '.drawing .ribbon' },
  { name: 'workbench', hash: '&page=workbench&line=7', ready: '.bench-river .ribbon' },
  { name: 'proof', hash: '&page=proof', ready: '.matrix tbody tr' },
  { name: 'register', hash: '&page=register', ready: 'canvas' },
  { name: 'promises', hash: '&page=promises', ready: 'main table tbody tr' },
]
const pictures = [
  ...screens.flatMap(({ name, hash, ready }) =>
    ['en', 'zh'].map((language) => ({
      name: `${name}.${language}`,
      hash: `#lang=${language}${hash}`,
      ready,
      scheme: 'light',
    })),
  ),
  { name: 'home.zh.dark', hash: '#lang=zh', ready: '.drawing .ribbon', scheme: 'dark' },
]

/** The server on a free port, once it has said where it listens. */
const serve = () =>
  new Promise((ready, failed) => {
    const child = spawn(process.execPath, [path.join(root, 'src/cli/main.ts'), 'serve', '--port', '0'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child.once('exit', (code) => failed(new Error(`the server ended with ${code}`)))
    child.stdout.on('data', (chunk) => {
      const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(String(chunk))?.[0]
      if (origin !== undefined) ready({ child, origin })
    })
  })

/** The pixels of an 8-bit PNG without interlacing, as RGB triples. */
const pixelsOf = (png) => {
  const [width, height, colours] = [png.readUInt32BE(16), png.readUInt32BE(20), png[25]]
  const size = colours === 6 ? 4 : 3
  const parts = []
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const raw = zlib.inflateSync(Buffer.concat(parts))
  const stride = width * size
  const lines = Buffer.alloc(stride * height)
  const back = (at, x, y, dx, dy) => (x < dx || y < dy ? 0 : lines[at - dx - dy * stride])
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x
      const filter = raw[y * (stride + 1)]
      const [left, up, corner] = [back(at, x, y, size, 0), back(at, x, y, 0, 1), back(at, x, y, size, 1)]
      const [a, b, c] = [left, up, corner].map((each) => Math.abs(left + up - corner - each))
      const paeth = a <= b && a <= c ? left : b <= c ? up : corner
      const guess = [0, left, up, (left + up) >> 1, paeth][filter]
      lines[at] = raw[y * (stride + 1) + 1 + x] + guess
    }
  return { width, height, size, lines }
}

const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(zlib.crc32(body), body.length + 4)
  return whole
}

/** The same picture with its 256 most frequent colours: flat drawings lose nothing that the eye sees. */
const small = (png) => {
  const { width, height, size, lines } = pixelsOf(png)
  const counts = new Map()
  const keys = new Uint32Array(width * height)
  for (let at = 0; at < keys.length; at += 1) {
    const [r, g, b] = lines.subarray(at * size, at * size + 3)
    keys[at] = (r << 16) | (g << 8) | b
    counts.set(keys[at], (counts.get(keys[at]) ?? 0) + 1)
  }
  const split = (key) => [key >> 16, (key >> 8) & 255, key & 255]
  const palette = []
  // Frequent colours first; one too near to another gives its place to a colour that is missing.
  for (const nearness of [48, 12, 0])
    for (const [key] of [...counts].sort((a, b) => b[1] - a[1])) {
      if (palette.length === 256) break
      if (palette.every((each) => distance(each, split(key)) > nearness)) palette.push(split(key))
    }
  const nearest = new Map()
  const indexOf = (key) => {
    if (!nearest.has(key)) {
      const distances = palette.map((each) => distance(each, split(key)))
      nearest.set(key, distances.indexOf(Math.min(...distances)))
    }
    return nearest.get(key)
  }
  const rows = Buffer.alloc((width + 1) * height)
  keys.forEach((key, at) => {
    rows[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = indexOf(key)
  })
  const head = Buffer.from(png.subarray(16, 29))
  head[8] = 8
  head[9] = 3
  return Buffer.concat([
    png.subarray(0, 8),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', zlib.deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const distance = (a, b) => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2

if (buildIfChanged() !== 0) process.exit(1)
mkdirSync(folder, { recursive: true })
const browser = await launchBrowser()
const { child, origin } = await serve()
for (const { name, hash, ready, scheme } of pictures) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 1010 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto(`${origin}/${hash}`)
  await page.locator(ready).first().waitFor()
  // Faces arrive one by one; the picture waits until none has come for a while.
  await page.evaluate(async () => {
    let last = -1
    while (last !== document.fonts.size || document.fonts.status !== 'loaded') {
      last = document.fonts.size
      await document.fonts.ready
      await new Promise((next) => setTimeout(next, 300))
    }
  })
  writeFileSync(path.join(folder, `${name}.png`), small(await page.screenshot()))
  await context.close()
}
await browser.close()
child.kill('SIGTERM')
