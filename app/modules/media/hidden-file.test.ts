import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { hidesFile } from './hidden-file'

const grain = randomBytes(200_000)
const behind = (bytes: Buffer | string) => Buffer.concat([grain, Buffer.from(bytes)])

/** An archive of nothing, with a comment. */
function zip(comment: string): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(comment.length, 20)
  return Buffer.concat([end, Buffer.from(comment, 'latin1')])
}

describe('a picture that is something else too', () => {
  it.each([
    ['a page', behind('<html><body>')],
    ['a page in capitals', behind('<!DOCTYPE HTML>')],
    ['a script before the pixels', Buffer.concat([Buffer.from('<script>alert(1)</script>'), grain])],
    ['a server script', behind('<?php system(1);')],
    ['a drawing', behind('<svg width="1" xmlns="http://www.w3.org/2000/svg">')],
    ['a document', behind('%PDF-1.7')],
    ['an archive', behind(zip(''))],
    ['an archive with a comment', behind(zip('PK\u0005\u0006 and more'))],
  ])('%s', (_, bytes) => expect(hidesFile(bytes)).toBe(true))

  it.each([
    ['grain', grain],
    ['nothing', Buffer.alloc(0)],
    [
      'words of a camera',
      behind('<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>html script</rdf:RDF></x:xmpmeta>'),
    ],
    ['a moving picture', behind('\u0000\u0000\u0000\u0018ftypmp42')],
    ['the signature of an archive that does not end the file', behind(Buffer.concat([zip(''), grain]))],
    ['the signature cut off', behind('PK\u0005\u0006')],
  ])('is not %s', (_, bytes) => expect(hidesFile(bytes)).toBe(false))
})
