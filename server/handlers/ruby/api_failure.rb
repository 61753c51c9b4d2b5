# frozen_string_literal: true

require 'time'

# Fails at once, and says what helps, where no retry does.
module ApiFailure
  # A failure: its code, its status, when it passes (nil when the server does not say), and what helps.
  class Error < StandardError
    attr_reader :code, :status, :reset_at, :advice

    def initialize(code, status, reset_at, advice)
      @code = code
      @status = status
      @reset_at = reset_at
      @advice = advice
      super("#{code}#{" until #{reset_at.utc.iso8601}" if reset_at}: #{advice}")
    end
  end

  # Calls the block. A failure with the code is raised as an Error. All else is passed on as it came.
  def self.call(code:, advice:)
    begin
      outcome = yield
    rescue StandardError => e
      raise unless Answer.failed_with?(e, code)

      outcome = e
    end
    return outcome unless Answer.failed_with?(outcome, code)

    status, headers, body = Answer.read(outcome)
    error = Error.new(code, status, reset_at(headers, body.to_s), advice)
    raise error, cause: (outcome if outcome.is_a?(Exception))
  end

  # When a limit that is used up is renewed.
  def self.reset_at(headers, body)
    limits = %w[x-app-limit-24hour x-user-limit-24hour x-rate-limit]
    used = limits.find { |limit| headers["#{limit}-remaining"] == '0' }
    return Time.at(headers["#{used}-reset"].to_i) if used && headers["#{used}-reset"]

    asked = headers['retry-after'] || body[/"retryAfter"\s*(?::|=>)\s*(\d+)/, 1]
    return unless asked

    asked.match?(/\A\d+\z/) ? Time.now + asked.to_i : Time.httpdate(asked)
  rescue ArgumentError
    nil
  end
  private_class_method :reset_at
end
