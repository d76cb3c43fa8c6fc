import { resolve } from 'node:path'
import { build } from 'vite'
import { launchBrowser } from '../test/e2e/browser.ts'
import { type Measurement, ratioOf, summary } from './measure.ts'

const entry = resolve(import.meta.dirname, '../src/web/parts/register/chart-bench.ts')

/** The org chart of a made-up county of 25,000 units, drawn and panned in a real Chromium with the page's own code. */
export const chart = async (): Promise<Measurement[]> => {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.setContent('<div id="host" style="width:1080px;height:720px"></div>')
    await page.addScriptTag({ content: await bundled() })
    const times = await page.evaluate(async () => {
      const host = document.getElementById('host') as HTMLElement
      const frame = () => new Promise((next) => requestAnimationFrame(next))
      const { benchChart } = Reflect.get(window, 'chartBench')
      const [layouts, draws, pans, bare]: number[][] = [[], [], [], []]
      for (let run = 0; run < 5; run += 1) {
        host.replaceChildren()
        const made = benchChart(host, 25_000)
        layouts?.push(made.layoutMs)
        draws?.push(made.drawMs)
        // From the overview to where names are read, as a reader goes.
        for (const zoom of [1, 2, 2, 2]) {
          made.zoom(zoom)
          for (let step = 0; step < 8; step += 1) {
            await frame()
            pans?.push(made.pan(step % 2 === 0 ? 60 : -45, step % 3 === 0 ? 30 : -20))
          }
        }
        const canvas = document.createElement('canvas')
        canvas.width = 1080
        canvas.height = 720
        const context = canvas.getContext('2d')
        const began = performance.now()
        for (let at = 0; at < 25_000; at += 1) context?.fillRect((at * 7) % 1080, (at * 13) % 720, 3, 3)
        context?.getImageData(0, 0, 1, 1)
        bare?.push(performance.now() - began)
      }
      return { layouts, draws, pans, bare } as Record<string, number[]>
    })
    const of = (name: string) => times[name] ?? []
    const draw = summary('web: org chart of 25,000 units, drawn', 'ms', of('draws'), { goal: 300 })
    const peer = summary('web: 25,000 bare rectangles on a canvas', 'ms', of('bare'))
    return [
      summary('web: org chart of 25,000 units, laid out once', 'ms', of('layouts')),
      draw,
      peer,
      ratioOf('web: the org chart against bare rectangles', draw, peer),
      summary('web: org chart of 25,000 units, a step of panning', 'ms', of('pans'), { goal: 40 }),
    ]
  } finally {
    await browser.close()
  }
}

/** The bench of the chart as one script. */
const bundled = async (): Promise<string> => {
  const outputs = await build({
    configFile: false,
    logLevel: 'silent',
    build: { lib: { entry, formats: ['iife'], name: 'chartBench' }, write: false },
  })
  const [first] = Array.isArray(outputs) ? outputs : [outputs]
  const chunk = first !== undefined && 'output' in first ? first.output[0] : undefined
  if (chunk === undefined || !('code' in chunk)) throw new Error('the bench of the chart was not bundled')
  return chunk.code
}
