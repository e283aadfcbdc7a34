/** Python's words, the soft ones too, and what it has built in. */
const words = `
  False None True and as assert async await break class continue def del elif else except finally for from global if
  import in is lambda nonlocal not or pass raise return try while with yield _ case match type
  abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex copyright
  credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals hasattr hash
  help hex id input int isinstance issubclass iter len license list locals map max memoryview min next object oct
  open ord pow print property quit range repr reversed round set setattr slice sorted staticmethod str sum super
  tuple vars zip __debug__ __name__ __file__ __doc__ __builtins__ __import__ __spec__ __loader__ __package__
  ArithmeticError AssertionError AttributeError BaseException Exception IndexError KeyboardInterrupt KeyError
  NameError OSError RuntimeError TypeError ValueError ZeroDivisionError
`;

/** What a program may import, and its own names at the top. */
const imported = `
  sleep monotonic Thread Queue pause floor ceil sqrt log log10 exp randint random choice randrange mean median
  multimode pstdev SMBus spidev SpiDev i2c ssd1306 Image ImageDraw SenseHat Color Tone asin degrees hypot
  AngularServo Button Buzzer DigitalInputDevice DigitalOutputDevice DistanceSensor LED MCP3008 Motor MotionSensor
  PWMLED PWMOutputDevice RGBLED TonalBuzzer received_value sender thread threads waiting register
`;

/** What a pupil's variable must not be called in a Python program; the names of helpers come on top. */
export const pythonWords: readonly string[] = `${words} ${imported}`.trim().split(/\s+/);
