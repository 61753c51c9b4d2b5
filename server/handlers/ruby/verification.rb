# frozen_string_literal: true

# Looks whether a write happened before it is repeated.
module Verification
  # Calls the block. When nobody knows whether the write happened (no response, 5xx, x_write_unconfirmed), find looks for
  # what the block writes, settle seconds later: what it gives is the result, and only when it gives nil is the block
  # called once more. As long as find is nil nothing is repeated. All else is passed on as it came.
  def self.call(find:, settle: 2)
    begin
      outcome = yield
      return outcome unless unsure?(outcome) && find
    rescue StandardError => e
      raise unless unsure?(e) && find
    end
    sleep settle
    find.call || yield
  end

  def self.unsure?(outcome)
    status, _headers, body = Answer.read(outcome)
    unsure = status.nil? || status >= 500 || body.to_s.match?(/x_write_(?:ambiguous|unconfirmed)/)
    warn "HTTP #{status || 'without a response'}: nobody knows whether the write happened" if unsure
    unsure
  end
  private_class_method :unsure?
end
