"""Sends the choir's letters, and knows what the mail server says."""
import smtplib
import socket
from email.message import EmailMessage
from ftplib import FTP, error_perm

GREYLISTED = (421, 450, 451, 452)
REFUSED = {
    500: "the server does not know the command",
    501: "it does not like the address",
    503: "commands in a wrong order",
    550: "no such mailbox",
    552: "mailbox full",
    554: "taken for spam",
}


def send(letter: EmailMessage, host: str, port: int = 587) -> str:
    with smtplib.SMTP(host, port, timeout=450) as server:
        code, reply = server.ehlo()
        if code == 502:
            code, reply = server.helo()
        server.starttls()
        try:
            server.send_message(letter)
        except smtplib.SMTPRecipientsRefused as e:
            for address, (status, text) in e.recipients.items():
                if status in GREYLISTED:
                    return "later"
                if status == 550:
                    forget(address)
                print(address, REFUSED.get(status, text.decode()))
            return "refused"
        except smtplib.SMTPResponseException as e:
            if e.smtp_code >= 500:
                raise
            if e.smtp_code == 421:
                return "later"
        code, _ = server.noop()
        return "sent" if code == 250 else "odd"


def forget(address: str) -> None:
    with open("bounced.txt", "a") as out:
        out.write(address + "\n")


def fetch_scores(host: str) -> list[str]:
    names: list[str] = []
    ftp = FTP(host, timeout=40)
    try:
        ftp.login("choir", "bass")
        ftp.retrlines("NLST", names.append)
    except error_perm as e:
        status = int(str(e)[:3])
        if status == 530:
            raise PermissionError("ftp login") from e
        if status == 550:
            return []
        if status in (500, 502, 504):
            print("old server:", e)
    except socket.timeout:
        print("no reply in 40 s, 426 or so")
    return names
