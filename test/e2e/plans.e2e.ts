import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { violations } from './axe.ts'
import { demonstrating, enterAs } from './demonstration.ts'
import { opened, shown } from './page.ts'

const demonstration = demonstrating()

/** The form begins with what the plan file says of the stage; it is sent as it stands. */
const record = async (page: Page, document: string, day: string, button: string) => {
  await page.getByRole('button', { name: button, exact: true }).waitFor()
  expect(await page.getByLabel('Document').inputValue()).toContain(document)
  expect(await page.getByLabel('Day').inputValue()).toBe(day)
  await page.getByRole('button', { name: button, exact: true }).click()
}

/** A further version by the planner, with the opinion on the statistics office that rule M3 asks for. */
const attachOpinion = async (page: Page) => {
  const address = `${demonstration.origin()}/api/counties/hequ/plans/2020-reform`
  const { text, version } = await (await page.request.get(address)).json()
  const lines = (text as string).split('\n')
  const line = lines.findIndex((each, at) => each.includes('- op:') && lines[at + 1]?.includes('[statistics'))
  lines[line] = (lines[line] ?? '').replace(
    '- op:',
    '- opinions: [{rule: M3, document: 统计局意见（示例）}]\n    op:',
  )
  const saved = await page.request.put(address, { data: { version, text: lines.join('\n') } })
  expect(saved.status()).toBe(200)
}

test('a plan goes from draft to journal by the hands of two, and the page shows it as carried out', async () => {
  const { page, errors } = await demonstration.open('#lang=en&page=plans')
  await record(page, '县委常委会会议纪要', '2020-04-20', 'Record the initiation')
  await page.locator('[data-stage=initiation].is-done').waitFor()
  await record(page, '论证报告（示例）', '2020-09-15', 'Record the argument')
  await page.locator('[data-stage=argument].is-done').waitFor()
  expect(await page.locator('[data-stage=decision]').innerText()).toContain('Waits for an approver')
  await page.getByRole('button', { name: 'Rehearse over the register of now' }).click()
  await page.getByText('have to be attached to the plan').waitFor()

  await enterAs(page, 'Establishment office: approver')
  await page.getByRole('button', { name: 'Plan approval' }).click()
  await record(page, '县委编委会议纪要', '2020-11-10', 'Approve')
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('alert').innerText()).toContain('M3')
  expect(await page.getByLabel('Document').inputValue()).toContain('县委编委会议纪要')

  await enterAs(page, 'Establishment office: planner')
  await attachOpinion(page)

  await enterAs(page, 'Establishment office: approver')
  await page.getByRole('button', { name: 'Plan approval' }).click()
  await record(page, '县委编委会议纪要', '2020-11-10', 'Approve')
  await page.locator('[data-stage=decision].is-done').waitFor()
  expect(await page.locator('main').innerText()).toContain('have not moved')
  expect(await violations(page)).toEqual([])

  await enterAs(page, 'Establishment office: planner')
  await page.getByRole('button', { name: 'Plan approval' }).click()
  await page.getByRole('button', { name: /^Record in the journal/ }).click()
  await page.getByRole('button', { name: /^Record in the journal: yes/ }).click()
  await page.locator('[data-stage=implementation].is-done').waitFor()
  expect(await page.locator('.plans-table').first().innerText()).toContain('Carried out')

  await page.getByRole('button', { name: 'Show it in the drawing' }).click()
  await opened(page)
  expect(await shown(page, 'organs')).toBe(22)
  expect(await page.locator('[data-unit^="before:"]').count()).toBeGreaterThanOrEqual(36)
  expect(await page.locator('h1').innerText()).not.toContain('error')
  expect(await page.locator('.badge', { hasText: 'in the journal' }).count()).toBe(1)
  // The browser itself tells of the one refusal.
  expect(errors.filter((error) => !error.includes('422'))).toEqual([])
  await page.context().close()
})
