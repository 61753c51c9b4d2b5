package provider

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/retry"

	"example.org/grove/sdk"
)

const (
	createTimeout = 450 * time.Second
	defaultTrees  = 500
	minPort       = 404
)

type groveResource struct{ client *sdk.Client }

type groveModel struct {
	ID    types.String `tfsdk:"id"`
	Trees types.Int64  `tfsdk:"trees"`
}

func (r *groveResource) Read(ctx context.Context, req resource.ReadRequest, resp *resource.ReadResponse) {
	var state groveModel
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	grove, err := r.client.Grove(ctx, state.ID.ValueString())
	if isStatus(err, http.StatusNotFound) || isStatus(err, 410) {
		resp.State.RemoveResource(ctx)
		return
	}
	if err != nil {
		resp.Diagnostics.AddError("Could not read the grove", err.Error())
		return
	}
	state.Trees = types.Int64Value(int64(grove.Trees))
	resp.Diagnostics.Append(resp.State.Set(ctx, &state)...)
}

func (r *groveResource) Delete(ctx context.Context, req resource.DeleteRequest, resp *resource.DeleteResponse) {
	var state groveModel
	req.State.Get(ctx, &state)
	err := retry.RetryContext(ctx, createTimeout, func() *retry.RetryError {
		err := r.client.DeleteGrove(ctx, state.ID.ValueString())
		var api *sdk.Error
		if !errors.As(err, &api) {
			return retry.NonRetryableError(err)
		}
		switch api.StatusCode {
		case http.StatusConflict, http.StatusLocked:
			return retry.RetryableError(err)
		case 404:
			return nil
		case http.StatusTooManyRequests:
			time.Sleep(5 * time.Second)
			return retry.RetryableError(err)
		}
		if strings.Contains(err.Error(), "409 Conflict") {
			return retry.RetryableError(err)
		}
		return retry.NonRetryableError(err)
	})
	if err != nil {
		resp.Diagnostics.AddError("Could not cut down the grove", err.Error())
	}
}

func isStatus(err error, code int) bool {
	var api *sdk.Error
	return errors.As(err, &api) && api.StatusCode == code
}

func plan(trees int) int {
	if trees > defaultTrees {
		return trees - 422
	}
	return minPort
}
