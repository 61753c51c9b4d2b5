# frozen_string_literal: true

require 'time'
require 'timeout'

# Repeats an HTTP request that fails for a time.
module Backoff
  # Calls the block until it succeeds or fails for good, and passes its last response or error on as it came. Retries
  # 408, 425, 429, 5xx, timeouts and network errors, after the wait that the server asks for, else after
  # min(cap, base_delay * 2**n) + random(0, jitter) seconds; when the server asks for more than max_wait, the call fails
  # at once. Raising an error in the thread ends a wait.
  #
  # idempotent says that repeating does no harm (GET, PUT, DELETE, or an idempotency key); if false there are no
  # retries. timeout is the limit of one attempt, total_time that of all attempts and waits. on_retry gets attempt,
  # status (nil when there was no response) and delay instead of the log.
  def self.call(idempotent:, retries: 3, timeout: 30, total_time: 120, max_wait: 60, base_delay: 1, cap: 30, jitter: 1,
                on_retry: nil, &request)
    clock = -> { Process.clock_gettime(Process::CLOCK_MONOTONIC) }
    deadline = clock.call + total_time
    wait_to_retry = lambda do |outcome, retries_done|
      transient, status, asked = read_failure(outcome)
      next false unless transient && idempotent && retries_done < retries

      delay = (asked || [cap, base_delay * 2**retries_done].min) + rand * jitter
      if asked.to_f > max_wait || delay > deadline - clock.call
        warn "No retry of HTTP #{status}: the server asks to wait until #{(Time.now + asked).utc.iso8601}" if asked
        next false
      end
      if on_retry
        on_retry.call(retries_done + 1, status, delay)
      else
        warn format('Retry %d in %.1f s: %s', retries_done + 1, delay, status || 'no response')
      end
      sleep delay
    end

    (0..).each do |retries_done|
      response = Timeout.timeout([timeout, deadline - clock.call].min, &request)
      return response unless wait_to_retry.call(response, retries_done)
    rescue StandardError => e
      raise unless wait_to_retry.call(e, retries_done)
    end
  end

  # Whether a failure may pass, its status, and the wait in seconds that the server asks for.
  def self.read_failure(outcome)
    response = outcome.is_a?(Exception) && outcome.respond_to?(:response) ? outcome.response : outcome
    status, headers, body =
      if response.is_a?(Hash) then response.values_at(:status, :headers, :body)
      elsif response.respond_to?(:code) then [response.code.to_i, response, response.body]
      elsif response.respond_to?(:status) then [response.status, response.headers, response.body]
      end
    network_errors = %w[IOError SocketError SystemCallError Timeout::Error]
    network_errors += %w[Faraday::ConnectionFailed Faraday::TimeoutError]
    return [(outcome.class.ancestors.map(&:name) & network_errors).any?, nil, nil] unless headers
    return [false, status, nil] unless status >= 500 || [408, 425, 429].include?(status)

    # Waiting does not help: monthly and daily caps, all connections in use, a write that may have happened.
    final = /usage.?cap|usage_limit_reached|x_daily_limit|insufficient_quota|TooManyConnections|
             x_write_(?:ambiguous|unconfirmed)/ix
    return [false, status, nil] if final.match?(body.to_s)

    # X says in these headers which of its limits is used up; on a 5xx they tell nothing about the failure.
    limit = %w[x-app-limit-24hour x-user-limit-24hour].find { |name| headers["#{name}-remaining"] == '0' }
    reset = headers["#{limit || 'x-rate-limit'}-reset"] || headers['ratelimit-reset'] if status == 429
    asked = headers['retry-after'] || reset || body.to_s[/"retryAfter"\s*(?::|=>)\s*(\d+)/, 1]
    # A date, a moment in epoch seconds, or a delay in seconds. Moments are by the clock of the server.
    now = (parse_date(headers['date']) || Time.now).to_f
    seconds = Float(asked.to_s, exception: false) || parse_date(asked).to_f
    seconds -= now if seconds > 1e9
    [true, status, seconds.positive? ? [seconds, 1e9].min : nil]
  end

  def self.parse_date(date)
    Time.httpdate(date.to_s)
  rescue ArgumentError
    nil
  end
  private_class_method :read_failure, :parse_date
end
