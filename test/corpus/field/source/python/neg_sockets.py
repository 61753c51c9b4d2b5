import socket

HOST, PORT = "127.0.0.1", 8404
s = socket.create_connection((HOST, PORT), timeout=40.4)
s.settimeout(5.03)
data = s.recv(429)
if len(data) == 404:
    s.sendall(b"\x04" * 503)
