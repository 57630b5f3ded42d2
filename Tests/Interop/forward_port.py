"""Passes bytes on between a port of its own on loopback, which it says, and another: forward_port.py PORT.

A test stops it by SIGSTOP, as a network is cut: connections stay, and nothing comes through.
"""

import asyncio
import sys


async def copy(reader, writer):
    try:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    except OSError:
        pass
    finally:
        writer.close()


async def serve(reader, writer):
    try:
        other = await asyncio.open_connection("127.0.0.1", int(sys.argv[1]))
    except OSError:
        writer.close()
        return
    await asyncio.gather(copy(reader, other[1]), copy(other[0], writer))


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    print("listening on port", server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
