import { expect, it } from 'vitest'
import { titles } from './column-titles'
import { guessMapping } from './columns'
import { countIn, dayIn, relationIn, wordsIn, yearIn } from './list-words'

it.each([
  ['2014', '2014-01-01'],
  ['2014年', '2014-01-01'],
  ['2014年6月', '2014-06-01'],
  ['2014年6月3日', '2014-06-03'],
  ['2014.6', '2014-06-01'],
  ['2014/06/03', '2014-06-03'],
  ['20140603', '2014-06-03'],
  ['201406', '2014-06-01'],
  ['２０１４', '2014-01-01'],
  ['2014-13-01', null],
  ['2014-02-30', null],
  ['去年', null],
  ['14年', null],
])('%s is the day %s', (text, day) => {
  expect(dayIn(text)).toBe(day)
})

it.each([
  ['户主', 'self'],
  ['本人', 'self'],
  ['之妻', 'spouse'],
  ['配偶', 'spouse'],
  ['长女', 'daughter'],
  ['之儿媳', 'daughter_in_law'],
  ['女婿', 'son_in_law'],
  ['次子', 'son'],
  ['岳母', 'other'],
  ['之母亲', 'mother'],
  ['孙女', 'other'],
])('%s is %s', (text, relation) => {
  expect(relationIn(text)).toBe(relation)
})

it('titles are found with what people put around them, and the better title wins', () => {
  expect(
    guessMapping(['1.序号', '*户编号', '姓  名', '身份证号码（18位）', '户主姓名', '编号']),
  ).toMatchObject({
    code: 2,
    name: 3,
    idNumber: 4,
    village: null,
  })
})

it('no title stands for two fields', () => {
  const all = Object.values(titles).flat()
  expect(new Set(all).size).toBe(all.length)
})

it.each([
  ['2014', 2014],
  ['2014年度', 2014],
  ['2014 年', 2014],
  ['2014-06-01', 2014],
  ['14年', null],
  ['去年', null],
])('%s is the year %s', (text, year) => {
  expect(yearIn(text)).toBe(year)
})

it.each([
  ['4', 4],
  ['４人', 4],
  ['4.0', 4],
  ['3 口', 3],
  ['四', null],
  ['4.5', null],
  ['-1', null],
])('%s is %s people', (text, count) => {
  expect(countIn(text)).toBe(count)
})

it.each([
  ['因病、缺技术', ['因病', '缺技术']],
  ['因病，因学；缺水', ['因病', '因学', '缺水']],
  ['因病 因残', ['因病', '因残']],
  ['因 病', ['因病']],
  ['无', []],
  ['因病/无', ['因病']],
])('%s names %s', (text, words) => {
  expect(wordsIn(text)).toEqual(words)
})
