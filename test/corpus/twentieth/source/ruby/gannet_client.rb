# frozen_string_literal: true

require 'faraday'
require 'faraday/retry'
require 'json'

module Gannet
  # Talks to the colony server: nests, rings and counts.
  class Client
    PAGE = 450
    RETRY = { max: 4, interval: 0.5, backoff_factor: 2, retry_statuses: [429, 502, 503, 504] }.freeze

    class Error < StandardError
      attr_reader :status

      def initialize(status, text)
        @status = status
        super("#{status}: #{text}")
      end
    end

    NotSignedIn = Class.new(Error)
    NoSuchNest = Class.new(Error)
    RingTaken = Class.new(Error)
    Broken = Class.new(Error)

    ERRORS = {
      401 => NotSignedIn,
      404 => NoSuchNest,
      409 => RingTaken
    }.freeze

    def initialize(url, key, timeout: 45)
      @http = Faraday.new(url, headers: { 'Authorization' => "Bearer #{key}" }) do |f|
        f.request :json
        f.request :retry, RETRY
        f.options.timeout = timeout
      end
      @strict = Faraday.new(url) { |f| f.response :raise_error }
    end

    def nests(ledge)
      fetch(:get, "ledges/#{ledge}/nests?limit=#{PAGE}")
    end

    def ring(nest, number)
      fetch(:post, "nests/#{nest}/rings", number: number)
    rescue RingTaken
      false
    end

    # Nil when nobody photographed the nest.
    def photo(nest)
      @strict.get("nests/#{nest}/photo").body
    rescue Faraday::ResourceNotFound
      nil
    rescue Faraday::TooManyRequestsError => e
      sleep [e.response_headers['retry-after'].to_i, 32].min
      retry
    end

    private

    def fetch(verb, path, body = nil)
      response = @http.run_request(verb, path, body, nil)
      return JSON.parse(response.body) if response.success?

      case response.status
      when 400, 422
        raise ArgumentError, response.body[0, 500]
      when 403
        raise NotSignedIn.new(response.status, 'not your colony')
      when 500..599
        raise Broken.new(response.status, 'the colony is silent')
      else
        raise ERRORS.fetch(response.status, Error).new(response.status, response.body)
      end
    rescue Faraday::TimeoutError
      raise Broken.new(408, 'no answer in time')
    end
  end
end
