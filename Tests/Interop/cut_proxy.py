"""A proxy on the loopback that cuts its connections after a number of bytes.

    python cut_proxy.py PORT BYTES FILE

forwards to PORT of this machine and prints its own port. Once BYTES have gone through in either direction together,
every connection is closed, and new ones are closed at once, until there is a file FILE; then it forwards all.
"""

import os
import socket
import sys
import threading

target = int(sys.argv[1])
left = int(sys.argv[2])
healed = sys.argv[3]
lock = threading.Lock()


def may_pass(count):
    global left
    with lock:
        left -= count
        return left > 0 or os.path.exists(healed)


def pump(source, sink):
    try:
        while data := source.recv(4096):
            if not may_pass(len(data)):
                break
            sink.sendall(data)
    except OSError:
        pass
    for end in (source, sink):
        try:
            end.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass


def serve(client):
    if not may_pass(0):
        client.close()
        return
    try:
        server = socket.create_connection(("127.0.0.1", target))
    except OSError:
        client.close()
        return
    for pair in ((client, server), (server, client)):
        threading.Thread(target=pump, args=pair, daemon=True).start()


listener = socket.create_server(("127.0.0.1", 0))
print(f"listening on port {listener.getsockname()[1]}", flush=True)
while True:
    serve(listener.accept()[0])
