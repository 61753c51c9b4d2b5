# frozen_string_literal: true

# Sends an HTTP request once more with new credentials.
module Renewal
  # Calls the block, and when the server answers 401, renews the credentials once and calls it once more. The last
  # response or error is passed on as it came. The block has to read the credentials anew each time.
  def self.call(renew:)
    begin
      response = yield
      return response unless unauthorized?(response)
    rescue StandardError => e
      raise unless unauthorized?(e)
    end
    warn 'HTTP 401: renewing the credentials'
    renew.call
    yield
  end

  # Whether a response or an error of Net::HTTP or Faraday says 401.
  def self.unauthorized?(outcome)
    response = outcome.is_a?(Exception) && outcome.respond_to?(:response) ? outcome.response : outcome
    return response[:status] == 401 if response.is_a?(Hash)

    status = %i[code status].find { |name| response.respond_to?(name) }
    !status.nil? && response.public_send(status).to_i == 401
  end
  private_class_method :unauthorized?
end
