from http.server import BaseHTTPRequestHandler, HTTPServer


class H(BaseHTTPRequestHandler):
    def do_GET(self):
        body = b"x" * 404
        self.send_response(200)
        self.send_header("Content-Length", "404")
        self.end_headers()
        self.wfile.write(body)


HTTPServer(("", 4290), H).serve_forever(poll_interval=0.503)
