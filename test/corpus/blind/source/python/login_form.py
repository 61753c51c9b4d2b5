from __future__ import annotations

import tkinter as tk
from tkinter import messagebox, ttk

from .accounts import Accounts

MESSAGES = {
    "ok": "Welcome back",
    "empty": "Type a name",
    "wrong": "These are invalid credentials",
    "frozen": "This account sleeps",
    "unauthorized": "Ask the owner first",
}


class Login(tk.Tk):
    def __init__(self, accounts: Accounts):
        super().__init__()
        self.accounts = accounts
        self.geometry("500x404+50+64")
        self.tries = 0
        self.name = ttk.Entry(self, width=50)
        self.name.pack(pady=32)
        ttk.Button(self, text="Enter", command=self.enter).pack()
        self.after(500, self.name.focus_set)

    def enter(self) -> None:
        result = self.accounts.check(self.name.get())
        self.tries += 1
        if result == "unauthorized" and self.tries > 5:
            self.destroy()
        elif result in ("frozen", "wrong"):
            messagebox.showwarning("Login", MESSAGES[result])
            self.after(5000, lambda: self.geometry("503x429"))
        else:
            messagebox.showinfo("Login", MESSAGES.get(result, ""))
