import type { DirectiveResult } from 'lit/directive.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw';
import cable from 'lucide-static/icons/cable.svg?raw';
import check from 'lucide-static/icons/check.svg?raw';
import chevronDown from 'lucide-static/icons/chevron-down.svg?raw';
import chevronLeft from 'lucide-static/icons/chevron-left.svg?raw';
import chevronRight from 'lucide-static/icons/chevron-right.svg?raw';
import circleAlert from 'lucide-static/icons/circle-alert.svg?raw';
import circleCheck from 'lucide-static/icons/circle-check.svg?raw';
import circleQuestionMark from 'lucide-static/icons/circle-question-mark.svg?raw';
import circuitBoard from 'lucide-static/icons/circuit-board.svg?raw';
import clock from 'lucide-static/icons/clock.svg?raw';
import cloudCheck from 'lucide-static/icons/cloud-check.svg?raw';
import cloudOff from 'lucide-static/icons/cloud-off.svg?raw';
import cloudUpload from 'lucide-static/icons/cloud-upload.svg?raw';
import codeXml from 'lucide-static/icons/code-xml.svg?raw';
import copy from 'lucide-static/icons/copy.svg?raw';
import cpu from 'lucide-static/icons/cpu.svg?raw';
import dices from 'lucide-static/icons/dices.svg?raw';
import download from 'lucide-static/icons/download.svg?raw';
import eye from 'lucide-static/icons/eye.svg?raw';
import eyeOff from 'lucide-static/icons/eye-off.svg?raw';
import flag from 'lucide-static/icons/flag.svg?raw';
import folderHeart from 'lucide-static/icons/folder-heart.svg?raw';
import hand from 'lucide-static/icons/hand.svg?raw';
import inbox from 'lucide-static/icons/inbox.svg?raw';
import keyboard from 'lucide-static/icons/keyboard.svg?raw';
import layers from 'lucide-static/icons/layers.svg?raw';
import lightbulb from 'lucide-static/icons/lightbulb.svg?raw';
import logOut from 'lucide-static/icons/log-out.svg?raw';
import maximize from 'lucide-static/icons/maximize.svg?raw';
import menu from 'lucide-static/icons/menu.svg?raw';
import monitor from 'lucide-static/icons/monitor.svg?raw';
import moon from 'lucide-static/icons/moon.svg?raw';
import panelLeftClose from 'lucide-static/icons/panel-left-close.svg?raw';
import panelLeftOpen from 'lucide-static/icons/panel-left-open.svg?raw';
import pause from 'lucide-static/icons/pause.svg?raw';
import pencil from 'lucide-static/icons/pencil.svg?raw';
import play from 'lucide-static/icons/play.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import presentation from 'lucide-static/icons/presentation.svg?raw';
import printer from 'lucide-static/icons/printer.svg?raw';
import puzzle from 'lucide-static/icons/puzzle.svg?raw';
import rotateCcw from 'lucide-static/icons/rotate-ccw.svg?raw';
import school from 'lucide-static/icons/school.svg?raw';
import search from 'lucide-static/icons/search.svg?raw';
import shield from 'lucide-static/icons/shield-check.svg?raw';
import snail from 'lucide-static/icons/snail.svg?raw';
import square from 'lucide-static/icons/square.svg?raw';
import squareTerminal from 'lucide-static/icons/square-terminal.svg?raw';
import stepForward from 'lucide-static/icons/step-forward.svg?raw';
import sun from 'lucide-static/icons/sun.svg?raw';
import sunMoon from 'lucide-static/icons/sun-moon.svg?raw';
import triangleAlert from 'lucide-static/icons/triangle-alert.svg?raw';
import unplug from 'lucide-static/icons/unplug.svg?raw';
import user from 'lucide-static/icons/user.svg?raw';
import users from 'lucide-static/icons/users.svg?raw';
import wifi from 'lucide-static/icons/wifi.svg?raw';
import wifiOff from 'lucide-static/icons/wifi-off.svg?raw';
import x from 'lucide-static/icons/x.svg?raw';

const drawings = {
  'chevron-down': chevronDown,
  'chevron-left': chevronLeft,
  'chevron-right': chevronRight,
  'circle-check': circleCheck,
  'circle-question-mark': circleQuestionMark,
  'cloud-check': cloudCheck,
  'cloud-off': cloudOff,
  'cloud-upload': cloudUpload,
  dices,
  'panel-left-close': panelLeftClose,
  'panel-left-open': panelLeftOpen,
  square,
  'square-terminal': squareTerminal,
  'triangle-alert': triangleAlert,
  'circuit-board': circuitBoard,
  keyboard,
  cable,
  'folder-heart': folderHeart,
  layers,
  puzzle,
  'code-xml': codeXml,
  pause,
  snail,
  'step-forward': stepForward,

  'arrow-left': arrowLeft,
  check,
  'circle-alert': circleAlert,
  clock,
  copy,
  cpu,
  download,
  eye,
  'eye-off': eyeOff,
  flag,
  hand,
  inbox,
  lightbulb,
  'log-out': logOut,
  maximize,
  menu,
  monitor,
  moon,
  pencil,
  play,
  plus,
  presentation,
  printer,
  'rotate-ccw': rotateCcw,
  school,
  search,
  shield,
  sun,
  'sun-moon': sunMoon,
  unplug,
  user,
  users,
  wifi,
  'wifi-off': wifiOff,
  x,
} as const;

export type LineIcon = keyof typeof drawings;

/** A line drawing that stands beside words, so screen readers skip it; its size and colour are the text's. */
export function lineIcon(name: LineIcon): DirectiveResult {
  return unsafeHTML(drawings[name].replace('<svg', '<svg aria-hidden="true" focusable="false"'));
}
