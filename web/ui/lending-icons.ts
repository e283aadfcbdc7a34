import type { DirectiveResult } from 'lit/directive.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import activity from 'lucide-static/icons/activity.svg?raw';
import arrowRight from 'lucide-static/icons/arrow-right.svg?raw';
import bell from 'lucide-static/icons/bell.svg?raw';
import box from 'lucide-static/icons/box.svg?raw';
import boxes from 'lucide-static/icons/boxes.svg?raw';
import calendar from 'lucide-static/icons/calendar.svg?raw';
import calendarDays from 'lucide-static/icons/calendar-days.svg?raw';
import camera from 'lucide-static/icons/camera.svg?raw';
import chartColumn from 'lucide-static/icons/chart-column.svg?raw';
import circleX from 'lucide-static/icons/circle-x.svg?raw';
import clipboardCheck from 'lucide-static/icons/clipboard-check.svg?raw';
import fileText from 'lucide-static/icons/file-text.svg?raw';
import filter from 'lucide-static/icons/filter.svg?raw';
import gift from 'lucide-static/icons/gift.svg?raw';
import handCoins from 'lucide-static/icons/hand-coins.svg?raw';
import handshake from 'lucide-static/icons/handshake.svg?raw';
import heart from 'lucide-static/icons/heart.svg?raw';
import pastClock from 'lucide-static/icons/history.svg?raw';
import layoutDashboard from 'lucide-static/icons/layout-dashboard.svg?raw';
import chainLink from 'lucide-static/icons/link.svg?raw';
import listChecks from 'lucide-static/icons/list-checks.svg?raw';
import mail from 'lucide-static/icons/mail.svg?raw';
import mapFolded from 'lucide-static/icons/map.svg?raw';
import mapPin from 'lucide-static/icons/map-pin.svg?raw';
import packageBox from 'lucide-static/icons/package.svg?raw';
import packageCheck from 'lucide-static/icons/package-check.svg?raw';
import packageOpen from 'lucide-static/icons/package-open.svg?raw';
import phone from 'lucide-static/icons/phone.svg?raw';
import qrCode from 'lucide-static/icons/qr-code.svg?raw';
import scanLine from 'lucide-static/icons/scan-line.svg?raw';
import settings from 'lucide-static/icons/settings.svg?raw';
import signature from 'lucide-static/icons/signature.svg?raw';
import siren from 'lucide-static/icons/siren.svg?raw';
import tag from 'lucide-static/icons/tag.svg?raw';
import tags from 'lucide-static/icons/tags.svg?raw';
import trash2 from 'lucide-static/icons/trash-2.svg?raw';
import truck from 'lucide-static/icons/truck.svg?raw';
import undo2 from 'lucide-static/icons/undo-2.svg?raw';
import upload from 'lucide-static/icons/upload.svg?raw';
import vibrate from 'lucide-static/icons/vibrate.svg?raw';
import vibrateOff from 'lucide-static/icons/vibrate-off.svg?raw';
import volume2 from 'lucide-static/icons/volume-2.svg?raw';
import volumeOff from 'lucide-static/icons/volume-off.svg?raw';
import wrench from 'lucide-static/icons/wrench.svg?raw';

const drawings = {
  'arrow-right': arrowRight,
  bell: bell,
  box: box,
  boxes: boxes,
  'calendar-days': calendarDays,
  calendar: calendar,
  camera: camera,
  'chart-column': chartColumn,
  'circle-x': circleX,
  'clipboard-check': clipboardCheck,
  'file-text': fileText,
  filter: filter,
  gift: gift,
  'hand-coins': handCoins,
  handshake: handshake,
  heart: heart,
  history: pastClock,
  'layout-dashboard': layoutDashboard,
  link: chainLink,
  'list-checks': listChecks,
  mail: mail,
  map: mapFolded,
  'map-pin': mapPin,
  package: packageBox,
  'package-check': packageCheck,
  'package-open': packageOpen,
  'qr-code': qrCode,
  'scan-line': scanLine,
  settings: settings,
  signature: signature,
  tag: tag,
  tags: tags,
  'trash-2': trash2,
  truck: truck,
  'undo-2': undo2,
  upload: upload,
  vibrate: vibrate,
  'vibrate-off': vibrateOff,
  'volume-2': volume2,
  'volume-off': volumeOff,
  wrench: wrench,
  phone: phone,
  siren: siren,
  activity: activity,
} as const;

export type LendingIcon = keyof typeof drawings;

/** As `lineIcon`; these come with the adults' pages alone, so that the pupil's page does not carry them. */
export function lendingIcon(name: LendingIcon): DirectiveResult {
  return unsafeHTML(drawings[name].replace('<svg', '<svg aria-hidden="true" focusable="false"'));
}
