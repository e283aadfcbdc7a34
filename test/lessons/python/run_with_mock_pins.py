"""Runs a generated program on gpiozero's mock pins, in virtual time.

Reads a job from standard input (JSON) and writes what happened to standard output (JSON). Every thread of the program
is a real thread, but only one runs at a time, and it gives way only where it waits. Time passes only while all wait. So
a program that takes a minute runs in an instant, and the same each time.

Job: {"file", "seconds", "hands": [{"at", "gpio", "level"}], "distances": [{"at", "trigger", "echo", "cm"}],
"registers": [{"at", "address", "register", "bytes"}]}; times in seconds.

Answer: {"pins": [[at, gpio, value, hertz or null]], "prints": [[at, text]], "spi": [[at, bytes]], "ended": at or null,
"error": text or null}.
"""

import _thread
import builtins
import heapq
import itertools
import json
import os
import queue
import random
import signal
import sys
import threading
import time
import traceback
import types

job = json.load(sys.stdin)
answer = {"pins": [], "prints": [], "spi": [], "ended": None, "error": None}
real_stdout = sys.stdout


def finish():
    json.dump(answer, real_stdout)
    real_stdout.flush()
    os._exit(0)


class Line:
    """Who runs, who waits until when."""

    def __init__(self):
        self.now = 0.0
        self.order = itertools.count()
        self.sleepers = []
        self.current = Turn()

    def add(self, turn, at):
        turn.ticket = next(self.order)
        heapq.heappush(self.sleepers, (at, turn.ticket, turn))

    def wait(self, until=None):
        """The present thread gives way, until a time or (None) until somebody adds it again."""
        me = self.current
        if until is None:
            me.ticket = None
        else:
            self.add(me, until)
        self.next()
        me.go.acquire()

    def next(self):
        """Gives the turn to whoever is to wake next."""
        while True:
            if not self.sleepers:
                finish()
            at, ticket, turn = heapq.heappop(self.sleepers)
            if ticket == turn.ticket:
                break
        if at > job["seconds"]:
            finish()
        self.now = max(self.now, at)
        self.current = turn
        turn.go.release()


class Turn:
    def __init__(self):
        self.go = _thread.allocate_lock()
        self.go.acquire()
        self.ticket = None


line = Line()


class Event:
    def __init__(self):
        self.flag = False
        self.waiting = []

    def is_set(self):
        return self.flag

    isSet = is_set

    def set(self):
        self.flag = True
        for turn in self.waiting:
            line.add(turn, line.now)
        self.waiting = []

    def clear(self):
        self.flag = False

    def wait(self, timeout=None):
        if not self.flag:
            self.waiting.append(line.current)
            line.wait(None if timeout is None else line.now + timeout)
            self.waiting = [turn for turn in self.waiting if turn is not line.current]
        return self.flag


class Thread:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, daemon=None):
        self.target, self.args, self.kwargs = target, args, kwargs or {}
        self.name, self.daemon = name, daemon
        self.turn = Turn()
        self.started = False
        self.done = Event()

    def start(self):
        self.started = True
        _thread.start_new_thread(self.body, ())
        line.add(self.turn, line.now)

    def body(self):
        self.turn.go.acquire()
        try:
            self.run()
        except BaseException:
            answer["error"] = answer["error"] or traceback.format_exc()
        self.done.set()
        self.turn.ticket = None
        line.next()

    def run(self):
        self.target(*self.args, **self.kwargs)

    def is_alive(self):
        return self.started and not self.done.is_set()

    def join(self, timeout=None):
        self.done.wait(timeout)


class Queue:
    def __init__(self, maxsize=0):
        self.items = []
        self.unfinished_tasks = 0
        self.filled = Event()

    def put(self, item):
        self.items.append(item)
        self.unfinished_tasks += 1
        self.filled.set()

    def get(self):
        while not self.items:
            self.filled.clear()
            self.filled.wait()
        return self.items.pop(0)

    def task_done(self):
        self.unfinished_tasks -= 1


time.sleep = lambda seconds: line.wait(line.now + seconds)
time.time = time.monotonic = time.perf_counter = lambda: line.now
threading.Thread, threading.Event, queue.Queue = Thread, Event, Queue
signal.pause = lambda: line.wait()
random.seed(1)


def write(*values, sep=" ", end="\n", file=None):
    answer["prints"].append([line.now, sep.join(map(str, values))])


class SMBus:
    """An I²C bus on which chips are tables of registers."""

    def __init__(self, bus):
        self.bus = bus

    def read_i2c_block_data(self, address, register, count):
        for one in reversed(job["registers"]):
            if one["at"] <= line.now and one["address"] == address and one["register"] == register:
                return one["bytes"][:count]
        raise OSError(f"nothing at {address} {register}")

    def write_i2c_block_data(self, address, register, data):
        pass

    def write_byte_data(self, address, register, byte):
        pass

    def write_byte(self, address, byte):
        answer["spi"].append([line.now, [byte]])


class SpiDev:
    def open(self, bus, select):
        pass

    def writebytes2(self, data):
        answer["spi"].append([line.now, list(data)])


class SenseHat:
    """A Sense HAT that lies still in a room."""

    temperature, humidity, pressure = 24.56, 40.4, 1013.2
    stick = types.SimpleNamespace()

    def get_accelerometer_raw(self):
        return {"x": 0.0, "y": 0.5, "z": 0.866}

    def clear(self, *colour):
        pass

    def set_pixel(self, x, y, colour):
        assert 0 <= x < 8 and 0 <= y < 8 and len(colour) == 3

    def show_letter(self, letter, colour):
        assert len(letter) == 1 and len(colour) == 3

    def set_rotation(self, degrees):
        pass


class Paper:
    """Takes whatever is drawn."""

    def __getattr__(self, name):
        return lambda *args, **named: Paper()


def paper(*args, **named):
    return Paper()


for module, names in {
    "smbus2": {"SMBus": SMBus, "i2c_msg": None},
    "spidev": {"SpiDev": SpiDev},
    "sense_hat": {"SenseHat": SenseHat},
    "luma.core.interface.serial": {"i2c": paper},
    "luma.oled.device": {"ssd1306": paper},
    "PIL": {"Image": Paper(), "ImageDraw": types.SimpleNamespace(Draw=paper)},
}.items():
    for parent in module.split(".")[:-1]:
        sys.modules.setdefault(parent, types.ModuleType(parent))
    sys.modules[module] = types.SimpleNamespace(**names)

from gpiozero import Device  # noqa: E402
from gpiozero.devices import _shutdown  # noqa: E402
from gpiozero.pins.mock import MockFactory, MockPWMPin  # noqa: E402


class RecordedPin(MockPWMPin):
    """A mock pin whose changes as an output are noted. A trigger pin is answered by its echo."""

    def note(self):
        if self._function == "output":
            answer["pins"].append([line.now, self.number, float(self._state), self._frequency])

    def _set_state(self, value):
        super()._set_state(value)
        self.note()
        for one in reversed(job["distances"]):
            if value and one["trigger"] == self.number and one["at"] <= line.now:
                Thread(target=self.echo, args=(one,)).start()
                break

    def _set_frequency(self, value):
        super()._set_frequency(value)
        self.note()

    def close(self):
        if self._function == "output":
            answer["pins"].append([line.now, self.number, 0.0, None])
        super().close()

    def echo(self, one):
        echo = self.factory.pin(one["echo"])
        time.sleep(0.001)
        echo.drive_high()
        time.sleep(2 * one["cm"] / 100 / 343.26)
        echo.drive_low()


Device.pin_factory = MockFactory(pin_class=RecordedPin)


def act():
    for hand in job["hands"]:
        if hand["at"] > line.now:
            time.sleep(hand["at"] - line.now)
        pin = Device.pin_factory.pin(hand["gpio"])
        if pin.function == "input":
            pin.drive_high() if hand["level"] else pin.drive_low()


def main():
    with open(job["file"], encoding="utf-8") as file:
        code = compile(file.read(), job["file"], "exec")
    builtins.print = write
    try:
        exec(code, {"__name__": "__main__"})
    except BaseException:
        answer["error"] = answer["error"] or traceback.format_exc()
    answer["ended"] = line.now
    _shutdown()
    finish()


Thread(target=main).start()
Thread(target=act).start()
line.next()
stop = _thread.allocate_lock()
stop.acquire()
stop.acquire()
