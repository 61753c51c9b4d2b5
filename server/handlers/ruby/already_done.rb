# frozen_string_literal: true

# Takes it as a success when the server says that an earlier attempt has done it already.
module AlreadyDone
  # Calls the block. When it fails with the code, its response comes back with status 200 and its body as it came. All
  # else is passed on as it came.
  def self.call(code:)
    begin
      outcome = yield
    rescue StandardError => e
      raise unless Answer.failed_with?(e, code)

      outcome = e
    end
    return outcome unless Answer.failed_with?(outcome, code)

    warn "Code #{code}: it is done already"
    success(outcome)
  end

  def self.success(outcome)
    _status, headers, body = Answer.read(outcome)
    if headers.respond_to?(:http_version)
      response = Net::HTTPOK.new(headers.http_version, '200', 'OK')
      headers.each_header { |name, value| response[name] = value }
      response.instance_variable_set(:@read, true)
      response.body = body
      response
    else
      Faraday::Response.new(status: 200, response_headers: headers, body: body)
    end
  end
  private_class_method :success
end
