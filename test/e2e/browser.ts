import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type LaunchOptions } from 'playwright-core'

// No sandbox, because tests also run as root in containers; and no calls home, which on a machine
// without internet would fail by the dozen.
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

/**
 * Starts a Chromium: the one CHROMIUM_PATH names, else an installed one, else the one from npm.
 * Close it after the tests.
 */
export const launchBrowser = async (): Promise<Browser> => {
  const named = process.env.CHROMIUM_PATH
  if (named) return chromium.launch({ executablePath: named, args })
  const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((file) => existsSync(file))
  if (installed) return chromium.launch({ executablePath: installed, args })
  return chromium.launch({ ...(await unpacked()), args })
}

/** Names the folders of fonts: the font that comes along, and those of the machine, if any. */
const fontsConf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`

/** Unpacks the Chromium of `@sparticuz/chromium` once per version into the temporary folder. */
const unpacked = async (): Promise<LaunchOptions> => {
  const { inflate } = await import('@sparticuz/chromium')
  const source = path.dirname(path.dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))))
  const { version } = JSON.parse(await readFile(path.join(source, 'package.json'), 'utf8'))
  const folder = path.join(os.tmpdir(), `sanding-chromium-${version}-${os.userInfo().username}`)
  if (!existsSync(folder)) {
    // Unpack beside and rename: whoever runs at the same time never sees half a browser.
    const part = await mkdtemp(`${folder}-`)
    const outer = process.env.TMPDIR
    process.env.TMPDIR = part // where `inflate` writes to
    try {
      const packs = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']
      await Promise.all(packs.map((pack) => inflate(path.join(source, 'bin', pack))))
    } finally {
      if (outer === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = outer
    }
    await writeFile(path.join(part, 'fonts/fonts.conf'), fontsConf(folder))
    try {
      await rename(part, folder)
    } catch (error) {
      await rm(part, { recursive: true, force: true })
      if (!existsSync(folder)) throw error
    }
  }
  return {
    executablePath: path.join(folder, 'chromium'),
    env: {
      ...process.env,
      // Libraries and a font that a bare machine may lack.
      LD_LIBRARY_PATH: [path.join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH]
        .filter(Boolean)
        .join(':'),
      FONTCONFIG_PATH: path.join(folder, 'fonts'),
    },
  }
}
