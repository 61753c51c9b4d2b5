# frozen_string_literal: true

# A very small double entry ledger.
class Ledger
  ACCOUNTS = {
    401 => "wages",
    403 => "rent",
    404 => "travel",
    410 => "postage",
    500 => "interest",
    503 => "gifts"
  }.freeze

  Entry = Data.define(:day, :account, :cents)

  def initialize
    @entries = []
  end

  def book(day, account, cents)
    raise ArgumentError, "no account #{account}" unless ACCOUNTS.key?(account)
    return :duplicate if @entries.any? { |e| e.day == day && e.account == account && e.cents == cents }

    @entries << Entry.new(day:, account:, cents:)
    :booked
  end

  def rent = @entries.select { |e| e.account == 403 }.sum(&:cents)

  def fun
    @entries.select { |e| [404, 503].include?(e.account) || (500..599).cover?(e.account) }.sum(&:cents)
  end

  def find(account)
    @entries.find { |e| e.account == account } || :not_found
  end
end

ledger = Ledger.new
ledger.book("2025-04-04", 404, 18_700)
ledger.book("2025-05-03", 503, 50_00)
puts ledger.fun, ledger.rent
