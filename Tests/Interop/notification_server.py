#!/usr/bin/env python3
"""A server on the loopback that mails and webhooks are sent to, for one test; it ends when it is killed.

    notification_server.py KIND FOLDER

KIND: smtps (encrypted from the first byte), starttls, smtp (offers no encryption), http, https, silent (accepts
connections and says nothing). It says `listening on port N`, and writes what it gets to FOLDER/received-N.json. Its
certificate is signed by an authority of its own, FOLDER/ca.pem. Needs aiosmtpd and cryptography.
"""

import asyncio
import datetime
import http.server
import ipaddress
import itertools
import json
import pathlib
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

ACCOUNT, PASSWORD = b"lab@example.org", b"correct-5f3a9c-horse"
kind, folder = sys.argv[1], pathlib.Path(sys.argv[2])
numbers = itertools.count(1)


def record(document):
    target = folder / f"received-{next(numbers)}.json"
    part = target.with_suffix(".part")
    part.write_text(json.dumps(document))
    part.rename(target)


def certificate(name, issuer=None, key=None):
    own = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.timezone.utc)
    names = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    builder = (
        x509.CertificateBuilder().subject_name(subject).issuer_name(issuer or subject).public_key(own.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
    )
    if issuer is not None:
        builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
    return builder.sign(key or own, hashes.SHA256()), own


def tls_context():
    authority, authority_key = certificate("an authority for tests")
    own, own_key = certificate("localhost", authority.subject, authority_key)
    pem = serialization.Encoding.PEM
    (folder / "ca.pem").write_bytes(authority.public_bytes(pem))
    (folder / "server.pem").write_bytes(
        own.public_bytes(pem)
        + own_key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "server.pem")
    return context


class Mailbox:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody@"):
            return "550 no such user here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        record({
            "from": envelope.mail_from, "to": envelope.rcpt_tos, "content": envelope.content.decode("utf-8"),
            "encrypted": kind == "smtps" or session.ssl is not None, "authenticated": bool(session.authenticated)})
        return "250 kept"


def check_login(server, session, envelope, mechanism, data):
    return AuthResult(success=(data.login, data.password) == (ACCOUNT, PASSWORD), handled=False)


async def serve_mail():
    context = tls_context()
    options = {"hostname": "localhost", "authenticator": check_login}
    if kind == "starttls":
        options |= {"tls_context": context, "require_starttls": True}
    else:
        options |= {"auth_require_tls": False}
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: SMTP(Mailbox(), loop=loop, **options), "127.0.0.1", 0,
        ssl=context if kind == "smtps" else None)
    print("listening on port", server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


async def serve_silence():
    async def keep(reader, writer):
        await reader.read()

    server = await asyncio.start_server(keep, "127.0.0.1", 0)
    print("listening on port", server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


class Webhook(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        record({"path": self.path, "headers": dict(self.headers), "body": body.decode("utf-8")})
        status = int(self.path.rsplit("status-", 1)[1]) if "status-" in self.path else 200
        answer = f"answer to {self.path}\x1b[31m <b>".encode()
        if "endless" in self.path:
            answer = b"x" * 30_000_000
        self.send_response(status)
        if 300 <= status < 400:
            self.send_header("Location", "http://localhost:1/elsewhere")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        try:
            self.wfile.write(answer)
        except OSError:
            pass

    def log_message(self, *arguments):
        pass


def serve_http():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Webhook)
    if kind == "https":
        server.socket = tls_context().wrap_socket(server.socket, server_side=True)
    print("listening on port", server.server_address[1], flush=True)
    server.serve_forever()


if kind in ("http", "https"):
    serve_http()
else:
    asyncio.run(serve_silence() if kind == "silent" else serve_mail())
