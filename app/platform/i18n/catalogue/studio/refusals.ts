/** What is refused while she lists, and what is right. */
export const refusals = {
  pictureEmpty: '这个文件是空的，请重新选一张。',
  pictureTooHeavy: '这张有 {actual} MB，最多 {max} MB。用手机原来的照片就行，不用放大。',
  pictureHeic:
    '这张是 HEIC 格式，店里打不开。到手机相机的设置里，把照片格式改成 JPEG（苹果手机：设置，相机，格式，选「兼容性最佳」），再拍一张。',
  pictureType: '这不是照片。请选 JPEG、PNG 或 WebP 格式的照片。',
  pictureHidesFile:
    '这张照片里夹着别的文件（网页、文档或者压缩包），收不了。用手机相机再拍一张，或者把它截个图再传。',
  pictureBroken: '这张照片没有传完整，或者文件坏了。请再选一次。',
  pictureTooLarge: '这张有 {actual} 百万像素，最多 {max} 百万。请选手机原来拍的那张。',
  pictureTooSmall: '这张太小，短的一边只有 {actual} 像素，至少要 {min}。请用原来的照片，不要截图。',
  pictureTooNarrow: '这张太窄太长，网上看不清。请离远一点，把整件拍进方框里。',
  photosFull: '六张已经拍满了。先去掉一张，再放这一张。',
  photoTwice: '这一张已经有了，请选别的。',
  photosNone: '还没有选照片。',
  chooseSeller: '请先选是给谁上的。',
  sellerClosed: '这家店已经关了，不能再上新。',
  tooManyDrafts: '没写完的已经有 {max} 件。先写完几件，或者放下几件。',
  nothingOpen: '这一件没有正在改的内容。',
  beingRead: '联络员正在看这一件。要改的话，先拿回来。',
  neverOnSale: '这一件还没有上过架。',
  pauseFirst: '先停卖，再收走。',
  removeHerself: '收走了就不能再上，要她自己来。',
  hasBeenOnSale: '这一件上过架，不能放下。可以先停卖。',
  notComplete: '还有 {count} 处没写好，写好再交。',
  photosLack: '还差 {lack} 张照片，至少要三张。',
  englishWhole: '英文要么名字、故事、材料都写，要么都空着。',
  hoursForm: '请填小时，可以带半小时，比如 14 或 14.5。在 {min} 到 {max} 之间。',
  stockMoved: '刚刚有人买了，架上现在是 {onHand} 件。请照现在的再数一遍。',
  stockHeld: '有 {reserved} 件正等买家付款，不能再少。',
  stockOne: '只此一件的，最多是 1。',
} as const

export const refusalsEn: Record<keyof typeof refusals, string> = {
  pictureEmpty: 'This file is empty. Please choose it again.',
  pictureTooHeavy: 'This one is {actual} MB; at most {max} MB. The photo as your phone took it will do.',
  pictureHeic:
    'This photo is in HEIC format, which the shop cannot open. In the settings of your phone’s camera choose JPEG (on an iPhone: Settings, Camera, Formats, “Most Compatible”) and take it again.',
  pictureType: 'This is not a photograph. Please choose a JPEG, PNG or WebP.',
  pictureHidesFile:
    'Another file is hidden in this photo (a web page, a document or an archive), so it cannot be taken. Take it again with the camera, or send a screenshot of it.',
  pictureBroken: 'This photo did not arrive whole, or its file is damaged. Please choose it again.',
  pictureTooLarge:
    'This one has {actual} million pixels; at most {max} million. Please choose the photo as your phone took it.',
  pictureTooSmall:
    'This one is too small: its shorter side has {actual} pixels and needs {min}. Please use the photo itself, not a screenshot.',
  pictureTooNarrow:
    'This one is too long and narrow to be seen well. Step back and fit the piece into a square.',
  photosFull: 'All six are there. Remove one before you add this.',
  photoTwice: 'This one is there already. Please choose another.',
  photosNone: 'No photo was chosen.',
  chooseSeller: 'Please choose whose piece this is.',
  sellerClosed: 'This shop is closed and takes no new pieces.',
  tooManyDrafts: 'There are {max} unfinished pieces already. Finish some, or put some away.',
  nothingOpen: 'Nothing of this piece is being changed.',
  beingRead: 'A coordinator is reading this piece. Take it back if you want to change it.',
  neverOnSale: 'This piece has never been on sale.',
  pauseFirst: 'Pause it first.',
  removeHerself: 'It cannot come back, so only she can do it herself.',
  hasBeenOnSale: 'This piece has been on sale and cannot be put away. You can pause it.',
  notComplete:
    '{count} {count|thing is|things are} still missing. Please add {count|it|them} before you hand it in.',
  photosLack: '{lack} more {lack|photo|photos}, please: three at least.',
  englishWhole: 'In English either name, story and materials are all written, or none.',
  hoursForm: 'Please enter hours, halves allowed, such as 14 or 14.5, from {min} to {max}.',
  stockMoved: 'Somebody has just bought one: there are {onHand} on the shelf now. Please count again.',
  stockHeld: '{reserved} {reserved|is|are} held for a buyer who is paying; it cannot be fewer.',
  stockOne: 'One of a kind: 1 at most.',
}
