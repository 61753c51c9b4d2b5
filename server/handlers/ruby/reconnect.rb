# frozen_string_literal: true

require 'net/http'
require 'time'

# Opens streams of lines that go on over several connections.
module Reconnect
  # Sends the request, and again when its stream drops, ends or falls silent, after the wait that the server asks for.
  # The block gets the response of each connection, and read_body gives its lines whole, as they come; one that is torn is
  # left out. Else the wait is min(16, drop_delay * n) + random(0, jitter) seconds after a drop, and
  # min(cap, base_delay * 2**n) + random(0, jitter) after a refusal. Where a new connection cannot help (4xx, a usage
  # cap), the block gets that response at first, and later on its error is raised.
  #
  # A connection without a byte, a keep-alive either, is dead after silence. One that has lasted as long as healthy says is
  # healthy: retries is how many in a row may fail or end before that, total_time how long there may be none. When the
  # server asks for more than max_wait, the stream ends. Raising an error in the thread ends a wait. on_reconnect gets
  # attempt, delay and cause instead of the log.
  def self.request(http, request, silence:, retries: 10, total_time: 1800, healthy: 60, max_wait: 900, drop_delay: 0.25,
                   base_delay: 5, cap: 320, jitter: 1, on_reconnect: nil)
    clock = -> { Process.clock_gettime(Process::CLOCK_MONOTONIC) }
    failures = 0
    since = 0
    wait_to_reconnect = lambda do |cause, refused, asked|
      since = clock.call if failures.zero?
      backoff = refused ? [cap, base_delay * 2**failures].min : [16, drop_delay * failures].min
      delay = (asked || backoff) + rand * jitter
      if asked.to_f > max_wait
        warn "No stream: the server asks to wait until #{(Time.now + asked).utc.iso8601}"
        next false
      end
      next false if failures >= retries || clock.call + delay > since + total_time

      failures += 1
      if on_reconnect
        on_reconnect.call(failures, delay, cause)
      else
        warn format('Reconnect %d in %.1f s: %s', failures, delay, cause)
      end
      sleep delay
      true
    end

    started = http.started?
    http.read_timeout = silence
    # Net::HTTP would send the request once more by itself.
    http.max_retries = 0
    streamed = false
    loop do
      inside = opened = refused = text = nil
      lost = catch(:lost) do
        http.start if started && !http.started?
        http.request(request) do |response|
          if response.code.to_i < 300
            opened = clock.call
            inside = streamed = true
            yield response.extend(Lines)
            return response
          end
          text = response.read_body.to_s
          refused = response
        end
        nil
      rescue *DROPS => e
        raise if inside

        e
      end
      http.finish if lost && http.started?
      failures = 0 if opened && clock.call - opened >= healthy
      if refused.nil?
        raise lost unless wait_to_reconnect.call(lost.inspect, false, nil)
      elsif final?(refused, text) ||
            !wait_to_reconnect.call("HTTP #{refused.code}", true, asked_wait(refused, text))
        refused.error! if streamed
        yield refused
        return refused
      end
    end
  end

  DROPS = [IOError, SocketError, SystemCallError, Timeout::Error].freeze

  # What makes a response give its body in whole lines.
  module Lines
    def read_body(*)
      return super unless block_given?

      torn = +''
      inside = false
      super do |chunk|
        *whole, torn = (torn + chunk).split("\n", -1)
        inside = true
        whole.each { |line| yield "#{line}\n" }
        inside = false
      end
      throw :lost, IOError.new('the server ended the stream')
    rescue *DROPS => e
      raise if inside

      throw :lost, e
    end
  end

  # Whether no new connection helps: most 4xx, and caps of a day or a month.
  def self.final?(response, body)
    status = response.code.to_i
    passes = status >= 500 || [408, 425, 429].include?(status)
    !passes || /usage.?cap|usage_limit_reached|x_daily_limit|insufficient_quota/i.match?(body)
  end

  # The wait in seconds that the server asks for.
  def self.asked_wait(response, body)
    # X says in these headers which of its limits is used up. With too many connections open it is none of them: the old
    # one is gone in a moment.
    if response.code == '429' && !body.include?('TooManyConnections')
      limit = %w[x-app-limit-24hour x-user-limit-24hour].find { |name| response["#{name}-remaining"] == '0' }
      reset = response["#{limit || 'x-rate-limit'}-reset"] || response['ratelimit-reset']
    end
    asked = response['retry-after'] || reset || body[/"retryAfter"\s*:\s*(\d+)/, 1]
    # A date, a moment in epoch seconds, or a delay in seconds. Moments are by the clock of the server.
    now = (parse_date(response['date']) || Time.now).to_f
    seconds = Float(asked.to_s, exception: false) || parse_date(asked).to_f
    seconds -= now if seconds > 1e9
    seconds.positive? ? [seconds, 1e9].min : nil
  end

  def self.parse_date(date)
    Time.httpdate(date.to_s)
  rescue ArgumentError
    nil
  end
  private_class_method :final?, :asked_wait, :parse_date
end
