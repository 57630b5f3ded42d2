"""Runs a command on a terminal of its own and presses Ctrl-C when a text has been seen.

usage: ctrl_c.py TEXT PRESSES COLUMNS COMMAND...; writes what the terminal showed, then a line "exit CODE".
"""
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time

text, presses, columns, command = sys.argv[1].encode(), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:]
child, terminal = pty.fork()
if child == 0:
    os.environ["TERM"] = "xterm"
    os.execvp(command[0], command)
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
seen = b""
deadline = time.time() + 60
while time.time() < deadline:
    ready, _, _ = select.select([terminal], [], [], 0.2)
    if ready:
        try:
            data = os.read(terminal, 65536)
        except OSError:
            break
        if not data:
            break
        seen += data
    if presses and text in seen:
        os.write(terminal, b"\x03")
        presses -= 1
        text = b"Stopping"
else:
    os.kill(child, signal.SIGKILL)
_, status = os.waitpid(child, 0)
sys.stdout.buffer.write(seen)
print("\nexit", os.waitstatus_to_exitcode(status))
