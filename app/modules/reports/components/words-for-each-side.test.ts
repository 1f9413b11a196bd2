import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { DeskReport } from '../get-report.server'
import type { SellerReport } from '../seller-reports.server'
import { DeskActs } from './desk-acts'
import { SellerReports } from './seller-reports'

const desk: DeskReport = {
  id: 'r',
  number: '2611-000001',
  kind: 'copied_design',
  createdAt: '2026-11-02T00:00:00.000Z',
  words: '',
  ownWork: '',
  piece: null,
  seller: null,
  orderNumber: null,
  files: [],
  takenBy: null,
  isMine: true,
  answer: '只写给交的人。',
  sellerAnswer: null,
  isHeld: false,
  outcome: null,
  closeReason: null,
}

it('begins the decision for both sides empty, and the last word to one side with what she was told before', () => {
  const closing = (kind: DeskReport['kind']) =>
    renderToStaticMarkup(
      createElement(DeskActs, { report: { ...desk, kind }, contact: null, failure: null }),
    ).match(/<textarea[^>]* id="last"[^>]*>([^<]*)/)?.[1]
  expect([closing('copied_design'), closing('complaint')]).toEqual(['', '只写给交的人。'])
})

it('says to the seller that a piece may not be sold any more only of one that was taken off', () => {
  const notice = (isHeld: boolean, outcome: SellerReport['outcome']) => {
    const words = { name: '', words: '', ownWork: '', answer: null, decision: null, title: '', slug: 'a' }
    const report: SellerReport = {
      id: 'r',
      number: '1',
      createdOn: desk.createdAt.slice(0, 10),
      ...words,
      isHeld,
      outcome,
    }
    return renderToStaticMarkup(createElement(SellerReports, { reports: [report], failure: null }))
  }
  expect(notice(true, 'upheld')).toContain('不能再卖')
  expect(notice(false, 'upheld')).toContain('属实')
  expect(notice(false, 'upheld')).not.toContain('不能再卖')
  expect(notice(false, 'dismissed')).toContain('不属实')
})
